package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.Optional;
import org.guiju.kernel.supervision.Closing.Reason;
import org.jspecify.annotations.Nullable;

/// A card on the record while a matter is watched. What it saw never changes; how it closes may.
final class Card {
    private final WatchedClock clock;
    private final Finding finding;
    private @Nullable Closing closing;
    private CardState state = CardState.LIT;

    Card(WatchedClock clock, Finding finding) {
        this.clock = clock;
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }

    /// The clock as it was when the card was lit.
    WatchedClock clock() {
        return clock;
    }

    CardState state() {
        return state;
    }

    boolean counts() {
        return state == CardState.LIT || state == CardState.STANDING;
    }

    /// Whether another card of the rule and clock would tell the same again: this one counts, or was a warning until the end.
    boolean answers() {
        return counts()
                || (state == CardState.LIFTED
                        && closing != null
                        && closing.reason() == Reason.ENDED);
    }

    boolean isFor(CardRule rule, WatchedClock of) {
        return finding.rule().equals(rule) && clock.id().equals(of.id());
    }

    void close(CardState with, Reason reason, Seen by, Instant at) {
        state = with;
        closing = new Closing(reason, by, at);
    }

    /// The clock stopped for good: a notice that the end was near has done its work, a miss stands.
    void end(Seen by, Instant at) {
        close(tellsAhead() ? CardState.LIFTED : CardState.STANDING, Reason.ENDED, by, at);
    }

    /// Whether the card says that the limit is near, and not that it is missed; that is no question of colour.
    boolean tellsAhead() {
        return finding.reckoning().value() < 1;
    }

    boolean graverThan(Card other) {
        return counts()
                && finding.severity().above(other.finding.severity())
                && clock.family().equals(other.clock.family());
    }

    /// The finding as it stands beside the gravest card of its family.
    Finding shown(Optional<Card> graver) {
        if (state == CardState.CANCELLED || graver.isEmpty()) {
            return finding.with(state, closing);
        }
        var by = graver.get().finding;
        var seen = new Seen(by.id(), by.through(), by.rule().id(), by.found());
        var at = by.found().isBefore(finding.found()) ? finding.found() : by.found();
        return finding.with(CardState.SUPERSEDED, new Closing(Reason.GRAVER, seen, at));
    }
}
