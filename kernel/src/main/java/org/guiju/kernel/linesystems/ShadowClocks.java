package org.guiju.kernel.linesystems;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.linesystems.ShadowCase.Told;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.supervision.Accountable;
import org.guiju.kernel.supervision.Measure;
import org.guiju.kernel.supervision.Seen;
import org.guiju.kernel.supervision.Snapshot;
import org.guiju.kernel.supervision.SupervisedObject;
import org.guiju.kernel.supervision.Trigger;
import org.guiju.kernel.supervision.WatchedClock;
import org.guiju.kernel.supervision.WatchedClock.Stop;
import org.jspecify.annotations.Nullable;

/// 影子办件的时钟: promise and statute of the published definition, the days for the answer to an application, and the days for service, as
/// far as the records tell when they began. They are judged by the same judge as every other clock.
public final class ShadowClocks {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Article PAUSES = new Article("行政许可法", "第四十五条");

    /// Whom a card names where the records name nobody.
    static final String NOBODY = "来件未写明";

    private final ShadowCase case_;
    private final List<WatchedClock> clocks = new ArrayList<>();

    private ShadowClocks(ShadowCase known) {
        this.case_ = known;
    }

    /// One snapshot for what each delivery made known.
    public static List<Snapshot> snapshots(List<ShadowCase> prefixes) {
        var snapshots = new ArrayList<Snapshot>();
        ShadowCase before = null;
        for (var known : prefixes) {
            int had = before == null ? 0 : before.told().size();
            long through = before == null ? -1 : before.last().seq();
            var news = known.told().stream().filter(t -> t.seen().seq() > through).toList();
            var effective =
                    news.stream()
                            .map(t -> end(t.record()))
                            .min(Instant::compareTo)
                            .orElse(known.last().at());
            snapshots.add(new Snapshot(known.last(), known.last().seq(), effective, of(known)));
            before = known;
            if (had > known.told().size()) {
                throw new IllegalStateException("records are never taken away");
            }
        }
        return snapshots;
    }

    public static List<WatchedClock> of(ShadowCase known) {
        var clocks = new ShadowClocks(known);
        clocks.all();
        return clocks.clocks;
    }

    private void all() {
        var limits = case_.situation().limits();
        var warning = limits.warning();
        ofCase(
                Measure.PROMISE,
                limits.promise(),
                new Trigger.Lead(warning.workingDays(), warning.percent(), 1));
        ofCase(Measure.STATUTE, limits.statute(), null);
        notice();
        service();
    }

    private void ofCase(Measure measure, Limits.Clock clock, Trigger.@Nullable Lead lead) {
        var from =
                switch (clock.from()) {
                    case RECEIPT -> case_.received();
                    case ACCEPTANCE -> case_.accepted();
                    case FILING -> case_.filing().map(t -> t.record().happened()).orElse(null);
                };
        if (from == null) {
            return;
        }
        var ended = case_.decision().or(case_::closing);
        clocks.add(
                new WatchedClock(
                        measure.code() + ":1",
                        "case:1",
                        SupervisedObject.CASE,
                        measure,
                        "",
                        extended(clock.limit()),
                        start(from),
                        stops(),
                        ended.map(t -> end(t.record())).orElse(null),
                        lead,
                        hands(ended.orElse(null), ""),
                        seen()));
    }

    private Limit extended(Limit limit) {
        var more = case_.situation().limits().extension().limit();
        return more == null || case_.words(ShadowRecord.EXTENDED).isEmpty()
                ? limit
                : new Limit(Math.min(limit.n() + more.n(), Limit.MAX), limit.unit(), limit.basis());
    }

    /// The days within which an application has to be answered; silence beyond them is the office's own miss (行政许可法 32).
    private void notice() {
        var accept = case_.situation().first();
        var from = case_.received();
        if (accept.kind() != StepKind.ACCEPTANCE || from == null) {
            return;
        }
        var limit =
                accept.next("supplement").stream()
                        .flatMap(id -> case_.situation().step(id).stream())
                        .map(Step::limit)
                        .filter(Objects::nonNull)
                        .findFirst();
        var answered = case_.answer().or(case_::closing);
        limit.ifPresent(l -> add("notice:1", Measure.STATUTE, accept, l, from, answered));
    }

    /// Steps whose days run from the decision: service.
    private void service() {
        var decided = case_.decision();
        for (var step : case_.situation().steps()) {
            var limit = step.limit();
            if (decided.isPresent()
                    && limit != null
                    && step.limitFrom() == Step.LimitFrom.DECISION
                    && step.kind() != StepKind.PUBLICITY) {
                add(
                        "step:" + step.id() + ":1",
                        limit.basis().law().isBlank() ? Measure.LIMIT : measure(step),
                        step,
                        limit,
                        decided.get().record().happened(),
                        case_.of(step.id()).stream().findFirst());
            }
        }
    }

    private Measure measure(Step step) {
        return case_.definition().basis().stream()
                        .anyMatch(b ->
                                Objects.requireNonNull(step.limit()).basis().equals(b.article()))
                ? Measure.STATUTE
                : Measure.LIMIT;
    }

    private void add(
            String id,
            Measure measure,
            Step step,
            Limit limit,
            LocalDate from,
            Optional<Told> ended) {
        clocks.add(
                new WatchedClock(
                        id,
                        id,
                        SupervisedObject.STEP,
                        measure,
                        step.id(),
                        limit,
                        start(from),
                        step.counts() ? stops() : List.of(),
                        ended.map(t -> end(t.record())).orElse(null),
                        null,
                        hands(ended.orElse(null), step.id()),
                        seen()));
    }

    /// Pauses on a ground of the definition, up to its cap; one without a ground takes nothing out, and is a finding.
    private List<Stop> stops() {
        var stops = new ArrayList<Stop>();
        var resumed = new ArrayList<>(case_.words(ShadowRecord.RESUMED));
        for (var paused : case_.words(ShadowRecord.PAUSED)) {
            var ground =
                    case_.situation().limits().pauses().stream()
                            .filter(p -> p.id().equals(paused.record().ground()))
                            .findFirst();
            var end = resumed.stream().filter(r -> !r.record().before(paused.record())).findFirst();
            end.ifPresent(resumed::remove);
            ground.ifPresent(g ->
                    stops.add(
                            new Stop(
                                    start(paused.record().happened()),
                                    end.map(t -> end(t.record())).orElse(null),
                                    g.cap(),
                                    g.name().zh(),
                                    PAUSES)));
        }
        return stops;
    }

    private Accountable hands(@Nullable Told by, String step) {
        var last = by == null ? case_.byDay().getLast() : by;
        var at = step.isEmpty() ? case_.step(last).map(Step::id).orElse("") : step;
        return new Accountable(
                case_.opening().organ(),
                at,
                case_.situation().step(at).map(Step::role).orElse(""),
                new PersonId(last.record().officer().orElse(NOBODY)),
                null);
    }

    private List<Seen> seen() {
        return case_.told().stream().map(Told::seen).toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /// A day without an hour is over at its end, in the office's favour.
    private static Instant end(ShadowRecord record) {
        var time = record.time() == null ? LocalTime.of(23, 59, 59) : record.time();
        return record.happened().atTime(time).atZone(ZONE).toInstant();
    }
}
