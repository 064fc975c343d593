package org.guiju.formats.definition;

import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.Penalty.Band;
import org.guiju.kernel.powers.Penalty.Grade;
import org.guiju.kernel.powers.Penalty.Threshold;
import org.guiju.kernel.powers.Penalty.Violation;
import org.jspecify.annotations.Nullable;

/// 处罚标准: conducts, bands and grades of the text; amounts in fen.
final class PenaltyMapper {
    private static final long FAR = 1_000_000_000_000L;

    private PenaltyMapper() {}

    static @Nullable Penalty penalty(Keys keys) {
        var inner = keys.innerOrNull("penalty", "penalty");
        if (inner == null) {
            return null;
        }
        var penalty =
                new Penalty(
                        inner.each("violations", "violation", PenaltyMapper::violation),
                        threshold(inner.inner("hearing", "threshold")),
                        threshold(inner.inner("collective", "threshold")),
                        inner.id("heads"));
        inner.done();
        return penalty;
    }

    private static Violation violation(Keys keys) {
        return new Violation(
                keys.id("id"),
                keys.text("name"),
                keys.id("forbids"),
                keys.id("sanction"),
                keys.flag("warning", false),
                band(keys),
                keys.each("grades", "grade", PenaltyMapper::grade));
    }

    private static Grade grade(Keys keys) {
        return new Grade(keys.id("id"), keys.text("name"), keys.text("when"), band(keys));
    }

    private static Band band(Keys keys) {
        var inner = keys.inner("fine", "band");
        var band = new Band(fen(inner, "from"), fen(inner, "to"));
        inner.done();
        return band;
    }

    private static Threshold threshold(Keys keys) {
        var threshold =
                new Threshold(fen(keys, "citizen"), fen(keys, "organisation"), keys.id("basis"));
        keys.done();
        return threshold;
    }

    private static long fen(Keys keys, String key) {
        var found = keys.longOrNull(key, 0, FAR);
        if (found == null) {
            // Reading the key as a word reports it as missing, with its line.
            keys.word(key);
            return 0;
        }
        return found;
    }
}
