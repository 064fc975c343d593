package org.guiju.formats.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Condition.Comparison;
import org.guiju.kernel.powers.Condition.Measure;
import org.guiju.kernel.powers.Condition.Standard;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerDefinition.Fees;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.PowerDefinition.Publicity;
import org.guiju.kernel.powers.PowerDefinition.Remedy;
import org.guiju.kernel.powers.PowerDefinition.Responsibility;
import org.guiju.kernel.powers.PowerDefinition.Separation;
import org.guiju.kernel.powers.PowerDefinition.Supervision;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 权力整体: the top of the text, in the order of the eleven elements.
final class PowerMapper {
    private static final int MAX_FEN = 1_000_000_000;

    private final String digest;

    PowerMapper(String digest) {
        this.digest = digest;
    }

    PowerDefinition power(Keys keys) {
        keys.number("definition", 1, 1);
        var code = code(keys);
        var version = keys.number("version", 1, 9999);
        var matter = keys.text("matter");
        var kind = keys.oneOf("kind", List.of(PowerKind.values()), PowerKind::code);
        name(keys, matter, kind);
        var basis = keys.each("basis", "basis", PowerMapper::basis);
        var cites = new Citations(basis, matter.zh() + "（" + kind.zh() + "）");
        var everyStep = keys.innerOrNull("every-step", "every-step");
        var shared = StepMapper.Shared.read(everyStep);
        var definition =
                new PowerDefinition(
                        code,
                        version,
                        matter,
                        kind,
                        new OrganId(keys.id("organ")),
                        keys.word("section"),
                        keys.day("in-force"),
                        keys.dayOrNull("until"),
                        keys.flag("external", true),
                        Set.copyOf(new LinkedHashSet<>(keys.words("key-links"))),
                        required(keys, "basis", basis),
                        required(keys, "conditions", conditions(keys)),
                        keys.each("meetings", "meeting", PowerMapper::meeting),
                        keys.each("separation", "separation", k -> separation(k, cites)),
                        required(keys, "situations", situations(keys, cites, shared)),
                        fees(keys),
                        supervision(keys.inner("supervision", "supervision")),
                        accountability(keys, cites),
                        keys.each("remedies", "remedy", k -> remedy(k, cites)),
                        publicity(keys.inner("publicity", "publicity"), cites),
                        keys.word("retention"),
                        PenaltyMapper.penalty(keys),
                        LicenceMapper.licence(keys, cites, basis),
                        digest);
        keys.done();
        return definition;
    }

    private static PowerCode code(Keys keys) {
        var word = keys.word("power");
        if (PowerCode.isWellFormed(word)) {
            return new PowerCode(word);
        }
        if (!word.equals(Keys.STAND_IN)) {
            keys.fault(Fault.BAD_POWER_CODE, keys.placeOf("power"), "power", Map.of("found", word));
        }
        return new PowerCode("0000");
    }

    /// C3: the name is made of matter and kind. A text may state it, but not another one.
    private static void name(Keys keys, Text matter, PowerKind kind) {
        var made = matter.zh() + "（" + kind.zh() + "）";
        var stated = keys.wordOr("name", made);
        if (!stated.equals(made)) {
            keys.fault(
                    Fault.NAME_MISMATCH,
                    keys.placeOf("name"),
                    "name",
                    Map.of("found", stated, "made", made));
        }
    }

    private static Basis basis(Keys keys) {
        return new Basis(
                keys.id("id"),
                keys.oneOf("rank", List.of(Basis.Rank.values()), Basis.Rank::code),
                new Article(keys.word("law"), keys.word("article")),
                keys.word("text"));
    }

    private static List<Condition> conditions(Keys keys) {
        return keys.each(
                "conditions",
                "condition",
                k ->
                        new Condition(
                                k.id("id"),
                                k.text("says"),
                                k.wordOr("basis", ""),
                                k.each("standards", "standard", PowerMapper::standard)));
    }

    private static Standard standard(Keys keys) {
        return new Standard(keys.id("id"), keys.text("says"), measure(keys));
    }

    private static @Nullable Measure measure(Keys keys) {
        var inner = keys.innerOrNull("measure", "measure");
        if (inner == null) {
            return null;
        }
        var least = inner.longOrNull("at-least", 0, Integer.MAX_VALUE);
        var most = inner.longOrNull("at-most", 0, Integer.MAX_VALUE);
        if ((least == null) == (most == null)) {
            inner.fault(Fault.MISSING_KEY, inner.at(), "at-least / at-most", Map.of());
        }
        var comparison = least != null ? Comparison.AT_LEAST : Comparison.AT_MOST;
        long bound = least != null ? least : most != null ? most : 0;
        var measure = new Measure(comparison, bound, inner.word("unit"));
        inner.done();
        return measure;
    }

    private static MeetingKind meeting(Keys keys) {
        var id = keys.id("id");
        var quorum = keys.inner("quorum", "quorum");
        int numerator = quorum.number("share", 1, 100);
        int denominator = quorum.number("of", 1, 100);
        var meeting =
                new MeetingKind(
                        id,
                        keys.text("name"),
                        keys.id("members"),
                        keys.id("chair"),
                        numerator,
                        denominator,
                        quorum.flag("more-than", false),
                        keys.word("basis"));
        quorum.done();
        return meeting;
    }

    private static Separation separation(Keys keys, Citations cites) {
        var duties = List.of(Duty.values());
        return new Separation(
                keys.oneOf("one", duties, Duty::code),
                keys.oneOf("other", duties, Duty::code),
                cites.article(keys, "basis"));
    }

    private static List<org.guiju.kernel.powers.Situation> situations(
            Keys keys, Citations cites, StepMapper.Shared shared) {
        var mapper = new SituationMapper(cites, shared);
        return keys.each("situations", "situation", mapper::situation);
    }

    /// C24: `fees: none` has to be said; silence about money is a missing element.
    private static @Nullable Fees fees(Keys keys) {
        if (!keys.has("fees")) {
            keys.word("fees");
            return null;
        }
        if (keys.isWord("fees")) {
            keys.oneOf("fees", List.of("none"), w -> w);
            return null;
        }
        var inner = keys.inner("fees", "fees");
        var fees = new Fees(inner.number("fen", 1, MAX_FEN), inner.word("basis"));
        inner.done();
        return fees;
    }

    private static Supervision supervision(Keys keys) {
        var supervision =
                new Supervision(new OrganId(keys.id("by")), keys.word("hotline"), keys.text("way"));
        keys.done();
        return supervision;
    }

    private static List<Responsibility> accountability(Keys keys, Citations cites) {
        var list =
                keys.each(
                        "accountability",
                        "responsibility",
                        k ->
                                new Responsibility(
                                        k.word("duty"),
                                        k.id("who"),
                                        k.text("when"),
                                        cites.article(k, "basis"),
                                        k.words("forms")));
        return required(keys, "accountability", list);
    }

    private static Remedy remedy(Keys keys, Citations cites) {
        return new Remedy(
                keys.oneOf("kind", List.of("reconsideration", "lawsuit"), w -> w),
                cites.citedLimit(keys.inner("within", "cited-limit")),
                keys.text("to"),
                keys.flag("first", false));
    }

    private static Publicity publicity(Keys keys, Citations cites) {
        var publicity =
                new Publicity(
                        cites.limit(keys.inner("result", "limit")),
                        Set.copyOf(new LinkedHashSet<>(keys.words("never"))));
        keys.done();
        return publicity;
    }

    /// A list that must be there; whether it may be empty is for the check to say.
    private static <T> List<T> required(Keys keys, String key, List<T> list) {
        if (!keys.has(key)) {
            keys.word(key);
        }
        return list;
    }
}
