package org.guiju.kernel.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.supervision.Closing.Reason;
import org.guiju.kernel.supervision.WatchedClock.Stop;
import org.jspecify.annotations.Nullable;

/// 监察哨: watches one matter as its acts become known and time passes. However often it is asked in between, it ends up with
/// the same cards.
public final class Watch {
    private final Scheme scheme;
    private final String matter;
    private final List<Card> cards = new ArrayList<>();
    private final Map<Timing, Optional<Instant>> reckoned = new HashMap<>();
    private KnownCalendar calendar;
    private @Nullable Snapshot known;
    private Instant since = Instant.MIN;

    public Watch(Scheme scheme, String matter, KnownCalendar calendar) {
        this.scheme = scheme;
        this.matter = matter;
        this.calendar = calendar;
    }

    /// All that the moment of a card depends on besides the calendar: most acts leave most clocks as they were.
    private record Timing(
            String rule, Limit limit, Instant start, List<Stop> stops, @Nullable Trigger lead) {}

    /// An act became known: what time had lit until then stays lit, what the act shows is reconciled.
    public void learn(Snapshot snapshot) {
        light(snapshot.by().at());
        var before = known;
        known = snapshot;
        since = snapshot.by().at();
        for (var card : cards) {
            if (card.state() == CardState.LIT && !sameTiming(before, snapshot, card)) {
                reconcile(card, snapshot);
            } else if (card.state() == CardState.STANDING && endsEarlier(before, snapshot, card)) {
                clear(card, snapshot);
            }
        }
        light(since.plusNanos(1));
    }

    /// Another calendar became known. It tells of days as they always were, so it can cancel.
    public void learn(Instant at, KnownCalendar another) {
        light(at);
        calendar = another;
        reckoned.clear();
        since = at;
        var by = new Seen("calendar", 0, "calendar.edition-loaded", at);
        for (var card : cards) {
            if (card.counts() && !dueBy(card, at)) {
                card.close(CardState.CANCELLED, Reason.CALENDAR_CHANGED, by, at);
            }
        }
        light(since.plusNanos(1));
    }

    /// Time passes: whatever is due by the moment is lit.
    public void passTo(Instant moment) {
        light(moment.plusNanos(1));
    }

    /// The cards as they stand. Of the cards of one family only the gravest counts; the others say which took their place.
    public Report report(Instant asOf) {
        var findings =
                cards.stream()
                        .sorted(
                                Comparator.comparing((Card c) -> c.finding().found())
                                        .thenComparing(c -> c.finding().first())
                                        .thenComparing(c -> c.finding().severity())
                                        .thenComparing(c -> c.finding().id()))
                        .map(c -> c.shown(gravest(c)))
                        .toList();
        return new Report(asOf, findings, next(asOf));
    }

    private Optional<Card> gravest(Card than) {
        return cards.stream()
                .filter(c -> c.graverThan(than))
                .max(
                        Comparator.comparing((Card c) -> c.finding().severity())
                                .thenComparing(c -> sameMeasure(c, than))
                                .thenComparing(c -> c.finding().found(), Comparator.reverseOrder())
                                .thenComparing(c -> c.finding().id()));
    }

    private static boolean sameMeasure(Card one, Card other) {
        return one.finding().rule().measure() == other.finding().rule().measure();
    }

    /// Lights what was due before the moment under what is known.
    private void light(Instant before) {
        var snapshot = known;
        if (snapshot == null) {
            return;
        }
        for (var clock : snapshot.clocks()) {
            for (var rule : scheme.rules()) {
                if (rule.watches(clock) && !answered(rule, clock)) {
                    due(rule, clock)
                            .filter(first -> first.isBefore(before))
                            .ifPresent(first -> add(rule, clock, first));
                }
            }
        }
    }

    /// The first second at which the card is due, if the clock comes to it before it ends.
    private Optional<Instant> due(CardRule rule, WatchedClock clock) {
        var timing =
                new Timing(rule.id(), clock.limit(), clock.start(), clock.stops(), clock.lead());
        return reckoned.computeIfAbsent(
                        timing,
                        _ -> Supervision.lastMoment(scheme, rule, clock, calendar.calendar()))
                .map(after -> after.plusSeconds(1))
                .filter(first -> clock.ended() == null || !first.isAfter(clock.ended()));
    }

    private boolean answered(CardRule rule, WatchedClock clock) {
        return cards.stream().anyMatch(c -> c.answers() && c.isFor(rule, clock));
    }

    private void add(CardRule rule, WatchedClock clock, Instant first) {
        var snapshot = Objects.requireNonNull(known);
        var after = first.minusSeconds(1);
        var times =
                cards.stream()
                        .filter(c -> c.isFor(rule, clock) && c.finding().first().equals(first))
                        .count();
        var card =
                new Card(
                        clock,
                        new Finding(
                                Finding.idOf(scheme, rule, matter, clock.id(), after, times),
                                scheme.id(),
                                scheme.version(),
                                rule,
                                matter,
                                clock.id(),
                                clock.object(),
                                clock.step(),
                                clock.accountable(),
                                first,
                                first.isBefore(since) ? since : first,
                                clock.shapedBy(),
                                snapshot.through(),
                                Reckoning.of(scheme, rule, clock, after, calendar.calendar()),
                                calendar.digest(),
                                CardState.LIT,
                                null));
        cards.add(card);
        if (clock.ended() != null) {
            card.end(snapshot.by(), since);
        }
    }

    /// What an act does to a card that is lit. Only what took effect before the card's moment can show that it was not due;
    /// an extension granted afterwards does not heal what was missed.
    private void reconcile(Card card, Snapshot news) {
        var now = clock(news, card);
        var ended = now.filter(c -> c.ended() != null).isPresent();
        var finding = card.finding();
        var stillDue =
                now.flatMap(c -> due(finding.rule(), c)).filter(d -> !d.isAfter(since)).isPresent();
        boolean before =
                news.effective().isBefore(finding.first())
                        || now.map(WatchedClock::ended)
                                .filter(end -> end.isBefore(finding.first()))
                                .isPresent();
        if (stillDue) {
            if (ended) {
                card.end(news.by(), since);
            }
        } else if (before) {
            card.close(CardState.CANCELLED, Reason.KNOWN_LATER, news.by(), since);
        } else if (ended || now.isEmpty()) {
            card.end(news.by(), since);
        } else if (card.tellsAhead()) {
            card.close(CardState.LIFTED, Reason.MOVED, news.by(), since);
        }
    }

    /// Whether the card would have been lit by the calendar that is known now, on the clock as it was.
    private boolean dueBy(Card card, Instant at) {
        var now = known == null ? Optional.<WatchedClock>empty() : clock(known, card);
        var clock = card.clock().endedAt(now.map(WatchedClock::ended).orElse(null));
        return due(card.finding().rule(), clock).filter(first -> !first.isAfter(at)).isPresent();
    }

    /// Whether the end of the clock, once known, turns out to lie before what was taken for it: another system may tell of the
    /// closing first and of the decision later.
    private static boolean endsEarlier(@Nullable Snapshot before, Snapshot after, Card card) {
        var was = before == null ? null : clock(before, card).map(WatchedClock::ended).orElse(null);
        var is = clock(after, card).map(WatchedClock::ended).orElse(null);
        return was != null && is != null && is.isBefore(was);
    }

    private void clear(Card card, Snapshot news) {
        if (clock(news, card).flatMap(c -> due(card.finding().rule(), c)).isEmpty()) {
            card.close(CardState.CANCELLED, Reason.KNOWN_LATER, news.by(), since);
        }
    }

    private static boolean sameTiming(@Nullable Snapshot before, Snapshot after, Card card) {
        if (before == null) {
            return false;
        }
        var was = clock(before, card);
        var is = clock(after, card);
        return was.isPresent() && is.isPresent() && was.get().sameTiming(is.get());
    }

    private static Optional<WatchedClock> clock(Snapshot in, Card card) {
        return in.clocks().stream().filter(c -> c.id().equals(card.clock().id())).findFirst();
    }

    private @Nullable Instant next(Instant asOf) {
        var snapshot = known;
        if (snapshot == null) {
            return null;
        }
        return snapshot.clocks().stream()
                .flatMap(clock ->
                        scheme.rules().stream()
                                .filter(r -> r.watches(clock) && !answered(r, clock))
                                .flatMap(r -> due(r, clock).stream()))
                .filter(first -> first.isAfter(asOf))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
