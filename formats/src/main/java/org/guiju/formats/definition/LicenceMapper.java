package org.guiju.formats.definition;

import java.util.List;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.guiju.kernel.powers.LicenceTerms.AnnualCheck;
import org.guiju.kernel.powers.LicenceTerms.Deed;
import org.guiju.kernel.powers.LicenceTerms.Quota;
import org.jspecify.annotations.Nullable;

/// 许可证的规定 of the text.
final class LicenceMapper {
    private LicenceMapper() {}

    static @Nullable LicenceTerms licence(Keys keys, Citations cites, List<Basis> basis) {
        var inner = keys.innerOrNull("licence", "licence");
        if (inner == null) {
            return null;
        }
        var valid = inner.innerOrNull("valid", "cited-limit");
        var before = inner.innerOrNull("renew-before", "cited-limit");
        var terms =
                new LicenceTerms(
                        inner.text("name"),
                        valid == null ? null : cites.citedLimit(valid),
                        before == null ? LicenceTerms.RENEW_BEFORE : cites.citedLimit(before),
                        quota(inner.innerOrNull("quota", "quota"), cites),
                        inner.each("deeds", "deed", LicenceMapper::deed),
                        annual(inner.innerOrNull("annual-check", "annual-check"), cites, basis),
                        inner.words("prints"));
        inner.done();
        return terms;
    }

    private static Deed deed(Keys keys) {
        return new Deed(
                keys.id("situation"),
                keys.oneOf("does", List.of(Act.values()), Act::code),
                keys.wordOrNull("named-in"));
    }

    private static @Nullable Quota quota(@Nullable Keys keys, Citations cites) {
        if (keys == null) {
            return null;
        }
        var quota = new Quota(keys.number("n", 1, 1_000_000), cites.article(keys, "basis"));
        keys.done();
        return quota;
    }

    private static @Nullable AnnualCheck annual(
            @Nullable Keys keys, Citations cites, List<Basis> basis) {
        if (keys == null) {
            return null;
        }
        int from = keys.number("from-month", 1, 12);
        int until = keys.number("until-month", 1, 12);
        // A basis that names nothing is told here, with its line.
        var article = cites.article(keys, "basis");
        var named =
                basis.stream()
                        .filter(b -> b.article().equals(article))
                        .findFirst()
                        .orElseGet(() -> new Basis("", Basis.Rank.INSTITUTION, article, ""));
        keys.done();
        return new AnnualCheck(from, until, named);
    }
}
