package org.guiju.formats.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.shared.Article;

/// 条文引用: turns the id of a basis entry into its article. A limit that cites nothing is a promise of the institution
/// itself and cites that.
final class Citations {
    private static final Article STAND_IN = new Article(Keys.STAND_IN, Keys.STAND_IN);

    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final Article promise;

    Citations(List<Basis> basis, String institution) {
        basis.forEach(b -> articles.putIfAbsent(b.id(), b.article()));
        this.promise = new Article(institution, "办理时限");
    }

    Article article(Keys keys, String key) {
        var id = keys.word(key);
        var found = articles.get(id);
        if (found != null) {
            return found;
        }
        if (!id.equals(Keys.STAND_IN)) {
            var facts =
                    Map.of(
                            "found", id,
                            "meant", DidYouMean.hint(id, articles.keySet(), true),
                            "meant-en", DidYouMean.hint(id, articles.keySet(), false));
            keys.fault(Fault.REFERENCE, keys.placeOf(key), key, facts);
        }
        return STAND_IN;
    }

    /// A limit whose article must be named.
    Limit citedLimit(Keys keys) {
        var limit = bare(keys, article(keys, "basis"));
        keys.done();
        return limit;
    }

    /// A limit that may be the institution's own.
    Limit limit(Keys keys) {
        var limit = uncheckedLimit(keys);
        keys.done();
        return limit;
    }

    /// The same, where the caller reads further keys of the map.
    Limit uncheckedLimit(Keys keys) {
        return bare(keys, keys.has("basis") ? article(keys, "basis") : promise);
    }

    Limit uncheckedCitedLimit(Keys keys) {
        return bare(keys, article(keys, "basis"));
    }

    /// 承诺时限, of which alone 0 is a number: 当场办结.
    Limit promised(Keys keys) {
        return counted(keys, 0, keys.has("basis") ? article(keys, "basis") : promise);
    }

    private static Limit bare(Keys keys, Article article) {
        return counted(keys, 1, article);
    }

    private static Limit counted(Keys keys, int least, Article article) {
        return new Limit(
                keys.number("n", least, Limit.MAX),
                keys.oneOf("unit", List.of(LimitUnit.values()), LimitUnit::code),
                article);
    }
}
