package org.guiju.app.cases.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Position;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// Forms of review, inspection, notice and hearing. What was found stands in clear; why, and what was said, is internal.
final class ExaminationForms {
    private static final Function<String, Verdict> VERDICT = ExaminationForms::verdict;

    private ExaminationForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.pair-appointed",
                            CaseEvent.PairAppointed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("a", e.a().value())
                                            .open("b", e.b().value())
                                            .open("officer", e.by().value()),
                            f ->
                                    new CaseEvent.PairAppointed(
                                            f.text("step"),
                                            f.person("a"),
                                            f.person("b"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.opinion-given",
                            CaseEvent.OpinionGiven.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("side", e.side().name())
                                            .open("officer", e.by().value())
                                            .open("acting_for", ReceptionForms.id(e.actingFor()))
                                            // Blind until both are in: a verdict in clear would
                                            // tell the other side.
                                            .internal("verdicts", verdicts(e.verdicts()))
                                            .internal("measured", measured(e.measured()))
                                            .internal("note", e.note()),
                            f ->
                                    new CaseEvent.OpinionGiven(
                                            f.text("step"),
                                            CaseEvent.Side.valueOf(f.text("side")),
                                            f.person("officer"),
                                            f.personOrNull("acting_for"),
                                            f.map("verdicts", VERDICT),
                                            f.map("measured", Long::valueOf),
                                            f.text("note"))),
                    new EventFormOf<>(
                            "case.difference-settled",
                            CaseEvent.DifferenceSettled.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("standard", e.standard())
                                            .open("verdict", e.verdict().code())
                                            .open("officer", e.by().value())
                                            .internal("reason", e.reason()),
                            f ->
                                    new CaseEvent.DifferenceSettled(
                                            f.text("step"),
                                            f.text("standard"),
                                            verdict(f.text("verdict")),
                                            f.person("officer"),
                                            f.text("reason"))),
                    new EventFormOf<>(
                            "case.inspection-recorded",
                            CaseEvent.InspectionRecorded.class,
                            (e, d) -> {
                                d.open("step", e.step())
                                        .open("inspectors", ids(e.inspectors()))
                                        .open("officer", e.by().value())
                                        .internal("late", e.lateReason())
                                        .internal("verdicts", verdicts(e.verdicts()))
                                        .internal("measured", measured(e.measured()))
                                        .internal("report", e.report())
                                        .day(e.day());
                                if (!e.again().isEmpty()) {
                                    d.open("again", e.again());
                                }
                                position(e.position(), d);
                                ReceptionForms.filings(e.filings(), d);
                            },
                            f ->
                                    new CaseEvent.InspectionRecorded(
                                            f.text("step"),
                                            day(f),
                                            persons(f, "inspectors"),
                                            f.map("verdicts", VERDICT),
                                            f.map("measured", Long::valueOf),
                                            f.text("report"),
                                            ReceptionForms.filings(f),
                                            f.person("officer"),
                                            f.text("late"),
                                            f.text("again"),
                                            position(f))),
                    new EventFormOf<>(
                            "case.inspection-signed",
                            CaseEvent.InspectionSigned.class,
                            (e, d) -> d.open("step", e.step()).open("officer", e.by().value()),
                            f ->
                                    new CaseEvent.InspectionSigned(
                                            f.text("step"), f.person("officer"))),
                    new EventFormOf<>(
                            "case.organ-opinion-given",
                            CaseEvent.OrganOpinionGiven.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("organ", e.organ().value())
                                            .open("agrees", e.agrees())
                                            .open("officer", e.by().value())
                                            .internal("opinion", e.opinion()),
                            f ->
                                    new CaseEvent.OrganOpinionGiven(
                                            f.text("step"),
                                            new OrganId(f.text("organ")),
                                            f.flag("agrees"),
                                            f.text("opinion"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.parties-told",
                            CaseEvent.PartiesTold.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("until", e.until())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .internal("parties", e.parties())
                                            .internal("manner", e.manner())
                                            .day(e.day()),
                            f ->
                                    new CaseEvent.PartiesTold(
                                            f.text("step"),
                                            day(f),
                                            f.texts("parties"),
                                            f.text("manner"),
                                            f.date("until"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.statement-recorded",
                            CaseEvent.StatementRecorded.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", e.by().value())
                                            .internal("party", e.party())
                                            .internal("statement", e.statement()),
                            f ->
                                    new CaseEvent.StatementRecorded(
                                            f.text("step"),
                                            f.text("party"),
                                            f.text("statement"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.hearing-requested",
                            CaseEvent.HearingRequested.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("latest", e.latest())
                                            .internal("late", e.lateReason())
                                            .internal("party", e.party())
                                            .day(e.day()),
                            f ->
                                    new CaseEvent.HearingRequested(
                                            f.text("step"),
                                            f.text("party"),
                                            day(f),
                                            f.date("latest"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.hearing-waived",
                            CaseEvent.HearingWaived.class,
                            (e, d) -> d.open("step", e.step()).internal("party", e.party()),
                            f -> new CaseEvent.HearingWaived(f.text("step"), f.text("party"))),
                    new EventFormOf<>(
                            "case.hearing-scheduled",
                            CaseEvent.HearingScheduled.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.when().day())
                                            .open("hour", hour(e.when()))
                                            .open("chair", e.chair().value())
                                            .internal("place", e.when().place())
                                            .open("officer", e.by().value()),
                            f ->
                                    new CaseEvent.HearingScheduled(
                                            f.text("step"),
                                            when(f),
                                            f.person("chair"),
                                            f.person("officer"))),
                    // Of what was not announced no day, no hour and nobody who goes is told to
                    // whoever reads the log.
                    new EventFormOf<>(
                            "case.visit-planned",
                            VisitPlanned.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("announced", e.announced())
                                            .internal("on", e.when().day().toString())
                                            .internal("hour", hour(e.when()))
                                            .internal("place", e.when().place())
                                            .internal("going", ids(e.inspectors()))
                                            .open("officer", e.by().value()),
                            f ->
                                    new VisitPlanned(
                                            f.text("step"),
                                            when(f),
                                            persons(f, "going"),
                                            f.flag("announced"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.hearing-held",
                            CaseEvent.HearingHeld.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("chair", e.chair().value())
                                            .open("recorder", e.recorder().value())
                                            .internal("late", e.lateReason())
                                            .internal("record", e.record())
                                            .day(e.day()),
                            f ->
                                    new CaseEvent.HearingHeld(
                                            f.text("step"),
                                            day(f),
                                            f.person("chair"),
                                            f.person("recorder"),
                                            f.text("record"),
                                            f.text("late"))));

    private static Verdict verdict(String code) {
        return Verdict.ofCode(code).orElseThrow();
    }

    /// Empty where only the day was fixed, and then not in the entry: what was written before stays what it is.
    private static String hour(Appointment when) {
        return when.hour() == null ? "" : when.hour().toString();
    }

    private static Appointment when(Fields f) {
        var hour = f.text("hour");
        return new Appointment(
                f.date("on"),
                hour.isEmpty() ? null : java.time.LocalTime.parse(hour),
                f.text("place"));
    }

    static java.time.LocalDate day(Fields f) {
        return switch (f.event().occurred().orElseThrow()) {
            case org.guiju.kernel.ledger.Occurred.OnDay(var day) -> day;
            case org.guiju.kernel.ledger.Occurred.AtTime(var time) -> time.toLocalDate();
        };
    }

    static List<String> ids(java.util.Collection<PersonId> persons) {
        return persons.stream().map(PersonId::value).sorted().toList();
    }

    static java.util.Set<PersonId> persons(Fields f, String name) {
        var set = new java.util.LinkedHashSet<PersonId>();
        f.texts(name).forEach(p -> set.add(new PersonId(p)));
        return set;
    }

    private static List<String> verdicts(Map<String, Verdict> verdicts) {
        return Fields.lines(new java.util.TreeMap<>(verdicts), Verdict::code);
    }

    private static List<String> measured(Map<String, Long> measured) {
        return Fields.lines(new java.util.TreeMap<>(measured), String::valueOf);
    }

    /// 定位, where the device gave one: for the office's own eyes, as it often is somebody's home.
    static void position(@Nullable Position position, Draft d) {
        if (position != null) {
            d.internal("position", position.toString());
        }
    }

    static @Nullable Position position(Fields f) {
        return Position.of(f.text("position")).orElse(null);
    }
}
