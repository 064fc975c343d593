package org.guiju.kernel.linesystems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.Seen;
import org.jspecify.annotations.Nullable;

/// 影子办件的发现: one breach that records show.
///
/// @param cause tells it from others of its rule in the case
/// @param step at which it shows
/// @param officer by name; empty where the records name nobody
/// @param day on which it happened
/// @param why in one sentence
/// @param found when it could first be known
/// @param liftedBy the record that showed otherwise later; null while it stands
public record Breach(
        ShadowRule rule,
        String cause,
        String step,
        String officer,
        LocalDate day,
        Text why,
        Article basis,
        List<Seen> saw,
        Instant found,
        long through,
        @Nullable Seen liftedBy) {
    public Breach {
        saw = List.copyOf(saw);
    }

    /// Rule and cause: the same breach, whenever one looks.
    public String key() {
        return rule.id() + "|" + cause;
    }

    Breach liftedBy(Seen news) {
        return new Breach(rule, cause, step, officer, day, why, basis, saw, found, through, news);
    }

    Breach foundBy(Breach earlier) {
        return new Breach(
                rule,
                cause,
                step,
                officer,
                day,
                why,
                basis,
                saw,
                earlier.found,
                earlier.through,
                null);
    }
}
