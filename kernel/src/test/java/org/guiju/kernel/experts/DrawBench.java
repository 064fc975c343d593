package org.guiju.kernel.experts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.experts.DrawEvent.Announced;
import org.guiju.kernel.experts.DrawState.Happened;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// 抽选的试验台: a pool of six, two of them from outside, one draw of three seats with one owed, and the events so far.
final class DrawBench {
    static final Instant PRIMARY = Instant.parse("2026-03-02T12:00:00Z");
    static final Instant FALLBACK = Instant.parse("2026-03-03T12:00:00Z");
    static final LocalDate FROM = LocalDate.of(2026, 3, 2);
    static final LocalDate UNTIL = LocalDate.of(2026, 3, 6);
    static final PersonId FIRST = new PersonId("first");
    static final PersonId SECOND = new PersonId("second");
    static final ReviewForm VOTE =
            new ReviewForm(
                    ReviewForm.Kind.VOTE, new Share(2, 3), BigDecimal.ZERO, 0, List.<String>of());

    final List<Happened> history = new ArrayList<>();
    PoolState pool = pool(true);
    PersonId actor = FIRST;
    Instant now = Instant.parse("2026-03-01T08:00:00Z");
    boolean keeps;
    boolean section = true;
    boolean another;
    Map<String, String> registered = Map.of();

    static Expert expert(String number, boolean system, boolean region, String... fields) {
        return new Expert(
                number,
                "专家" + number,
                new PersonId(number),
                Set.of(fields),
                system,
                region,
                "高级工程师证第1号",
                false,
                Optional.empty());
    }

    static PoolState pool(boolean active) {
        var events = new ArrayList<PoolEvent>();
        events.add(new PoolEvent.Established(Share.THIRD, false));
        for (var number : List.of("6", "5", "4", "3", "2", "1")) {
            events.add(
                    new PoolEvent.Admitted(
                            expert(number, number.equals("1"), number.equals("2"), "道路")));
            events.add(new PoolEvent.TermsConfirmed(number));
        }
        if (active) {
            events.add(new PoolEvent.Activated());
        }
        return PoolState.replay(events);
    }

    static Announced announced() {
        return announced("案1", 3, 1, FROM, UNTIL, PRIMARY, FALLBACK, VOTE);
    }

    static Announced announced(
            String matter,
            int seats,
            int outside,
            LocalDate from,
            LocalDate until,
            Instant primary,
            Instant fallback,
            ReviewForm form) {
        return new Announced(
                matter,
                "某路改造",
                "道路",
                seats,
                outside,
                from,
                until,
                new DrawEvent.Source("福彩双色球", "2026024期", primary),
                new DrawEvent.Source("福彩3D", "2026052期", fallback),
                form,
                "材料");
    }

    DrawState state() {
        return DrawState.replay(history);
    }

    /// The code of the refusal; nothing where it comes true, and then it is history.
    String does(DrawCommand command) {
        var facts =
                new ExpertFacts(
                        actor,
                        now,
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        keeps,
                        false,
                        false,
                        section,
                        pool,
                        another,
                        registered);
        return switch (Draws.decide(facts, state(), command)) {
            case Outcome.Permitted<DrawEvent>(var events) -> {
                events.forEach(e -> history.add(new Happened(e, actor)));
                yield "";
            }
            case Outcome.Refused<DrawEvent> refused -> refused.first().code().name();
        };
    }

    /// The regular course up to a stage, each act as it must be.
    DrawBench until(String stage) {
        var all = List.of("announced", "frozen", "witnessed", "entered", "ready", "drawn");
        for (var step : all.subList(0, all.indexOf(stage) + 1)) {
            var met = regular(step);
            if (!met.isEmpty()) {
                throw new AssertionError(step + " met " + met);
            }
        }
        return this;
    }

    private String regular(String step) {
        return switch (step) {
            case "announced" -> does(new DrawCommand.Announce(announced()));
            case "frozen" -> does(new DrawCommand.Freeze("salt"));
            case "witnessed" ->
                    does(new DrawCommand.Witness(PRIMARY.minusSeconds(1), List.of("w1", "w2")));
            case "entered" -> {
                now = PRIMARY;
                yield does(new DrawCommand.Enter(false, List.of("3", "17"), "公告网页"));
            }
            case "ready" -> {
                actor = SECOND;
                var met = does(new DrawCommand.Confirm(List.of("3", "17")));
                actor = FIRST;
                yield met;
            }
            default -> does(new DrawCommand.Draw());
        };
    }
}
