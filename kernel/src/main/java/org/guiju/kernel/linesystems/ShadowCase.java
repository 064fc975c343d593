package org.guiju.kernel.linesystems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.supervision.Seen;
import org.jspecify.annotations.Nullable;

/// 影子办件: what its records, as far as they have come in, say together.
///
/// @param told in the order of coming in; the first version of a corrected record is not among them
/// @param corrections each with what stood there before
public record ShadowCase(
        ShadowEvent.Opened opening,
        PowerDefinition definition,
        Situation situation,
        List<Told> told,
        List<Correction> corrections,
        Seen last) {
    public ShadowCase {
        told = List.copyOf(told);
        corrections = List.copyOf(corrections);
    }

    /// 一条记录 and the event by which it is known.
    public record Told(ShadowRecord record, Seen seen) {}

    /// 更正.
    public record Correction(ShadowRecord before, Told now) {}

    /// An event of the stream and its place.
    public record Recorded(ShadowEvent event, Seen seen) {}

    /// @param history from the opening on
    public static ShadowCase of(PowerDefinition definition, List<Recorded> history) {
        var opening = (ShadowEvent.Opened) history.getFirst().event();
        var told = new ArrayList<Told>();
        var corrections = new ArrayList<Correction>();
        for (var r : history) {
            switch (r.event()) {
                case ShadowEvent.Opened _ -> {}
                case ShadowEvent.Recorded(var record, _) -> told.add(new Told(record, r.seen()));
                case ShadowEvent.Corrected(var record, _) -> {
                    var now = new Told(record, r.seen());
                    for (int i = 0; i < told.size(); i++) {
                        if (told.get(i).record().no().equals(record.no())) {
                            corrections.add(new Correction(told.get(i).record(), now));
                            told.set(i, now);
                        }
                    }
                }
            }
        }
        return new ShadowCase(
                opening,
                definition,
                definition.situation(opening.situation()).orElseThrow(),
                told,
                corrections,
                history.getLast().seen());
    }

    /// The records of done steps and of the case itself by the day on which they happened.
    List<Told> byDay() {
        return told.stream()
                .sorted(
                        Comparator.comparing((Told t) -> t.record().happened())
                                .thenComparing(
                                        t -> t.record().time(),
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(t -> t.seen().seq()))
                .toList();
    }

    Optional<Step> step(Told t) {
        return situation.step(t.record().target());
    }

    List<Told> of(String step) {
        return byDay().stream().filter(t -> t.record().target().equals(step)).toList();
    }

    List<Told> words(String word) {
        return byDay().stream().filter(t -> t.record().is(word)).toList();
    }

    Optional<Told> first(Predicate<StepKind> kind) {
        return byDay().stream()
                .filter(t -> step(t).map(Step::kind).filter(kind).isPresent())
                .findFirst();
    }

    /// 收到申请之日: as any record says it, or the day of the acceptance.
    public @Nullable LocalDate received() {
        var supplied = supplied().map(t -> t.record().happened());
        if (supplied.isPresent()) {
            return supplied.get();
        }
        var said = words(ShadowRecord.RECEIVED).stream().findFirst();
        if (said.isPresent()) {
            return said.get().record().happened();
        }
        for (var t : told) {
            var day = t.record().received();
            if (day != null) {
                return day;
            }
        }
        return accepted();
    }

    /// 受理之日, or the day on which the office began.
    public @Nullable LocalDate accepted() {
        return acceptance().map(t -> t.record().happened()).orElse(null);
    }

    /// A notice of what is missing (补正告知) accepts nothing yet.
    Optional<Told> acceptance() {
        return byDay().stream()
                .filter(t -> step(t).map(Step::kind).filter(ShadowCase::begins).isPresent())
                .filter(t -> !t.record().outcome().equals("supplement"))
                .findFirst();
    }

    private static boolean begins(StepKind kind) {
        return kind == StepKind.ACCEPTANCE || kind.beginsExOfficio();
    }

    /// 答复 to what was last handed in: accepted, not accepted, or told what is missing.
    Optional<Told> answer() {
        var supplied = supplied();
        return byDay().stream()
                .filter(t -> step(t).map(Step::kind).filter(ShadowCase::begins).isPresent())
                .filter(t -> supplied.isEmpty() || !t.record().before(supplied.get().record()))
                .findFirst();
    }

    /// The last of what was handed in after a notice (补正).
    private Optional<Told> supplied() {
        return byDay().stream()
                .filter(t ->
                        step(t).map(Step::kind).filter(StepKind.ONE_OFF_NOTICE::equals).isPresent()
                                && t.record().outcome().equals("supplied"))
                .reduce((_, later) -> later);
    }

    Optional<Told> filing() {
        return first(k -> k == StepKind.FILING);
    }

    public Optional<Told> decision() {
        return first(StepKind::decides);
    }

    /// What ended the case: its closing, its archiving, or an application not accepted.
    public Optional<Told> closing() {
        return words(ShadowRecord.CLOSED).stream()
                .findFirst()
                .or(() -> first(k -> k == StepKind.ARCHIVING))
                .or(() ->
                        byDay().stream()
                                .filter(t -> t.record().outcome().equals("not-accepted"))
                                .findFirst());
    }
}
