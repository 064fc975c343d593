package org.guiju.kernel.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 监察发现: one card, with what it saw. The same events, the same calendar and the same moment give the same finding, live
/// and by replay.
///
/// @param id hash of scheme, version, rule, matter, clock and moment, written in groups
/// @param matter the stream of the case
/// @param first the first second at which the card was due
/// @param found when that could first be known; later than `first` for what was entered late
/// @param saw the events that made the clock what it was
/// @param through the last event of the matter known then: that nothing ended the clock is also something seen
/// @param calendar digest of the calendar it was counted by
public record Finding(
        String id,
        String scheme,
        int schemeVersion,
        CardRule rule,
        String matter,
        String clock,
        SupervisedObject object,
        String step,
        Accountable accountable,
        Instant first,
        Instant found,
        List<Seen> saw,
        long through,
        Reckoning reckoning,
        String calendar,
        CardState state,
        @Nullable Closing closing) {
    public Finding {
        saw = List.copyOf(saw);
    }

    public Severity severity() {
        return rule.severity();
    }

    /// Whether the card counts: neither taken off nor replaced by a graver one.
    public boolean counts() {
        return state == CardState.LIT || state == CardState.STANDING;
    }

    Finding with(CardState as, @Nullable Closing why) {
        return new Finding(
                id,
                scheme,
                schemeVersion,
                rule,
                matter,
                clock,
                object,
                step,
                accountable,
                first,
                found,
                saw,
                through,
                reckoning,
                calendar,
                as,
                why);
    }

    /// @param time how often this very card was lit before: a cancelled one may come true after all
    static String idOf(
            Scheme scheme, CardRule rule, String matter, String clock, Instant after, long time) {
        var cause =
                String.join(
                        "|",
                        scheme.id(),
                        Integer.toString(scheme.version()),
                        rule.id(),
                        matter,
                        clock,
                        after.toString(),
                        Long.toString(time));
        var hash = Digests.hex(cause.getBytes(StandardCharsets.UTF_8));
        return String.join(
                "-",
                hash.substring(0, 8),
                hash.substring(8, 12),
                hash.substring(12, 16),
                hash.substring(16, 20),
                hash.substring(20, 32));
    }
}
