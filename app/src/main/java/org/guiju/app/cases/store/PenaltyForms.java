package org.guiju.app.cases.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// Forms of what happens in a penalty case up to the decision. Who did what and when stands in clear; what is only proposed,
/// found or argued is internal until the decision, whose conduct, grade and amount are public (行政处罚法 48).
final class PenaltyForms {
    private PenaltyForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.clue-registered",
                            CaseEvent.ClueRegistered.class,
                            (e, d) -> ReceptionForms.begun(e, d),
                            f ->
                                    new CaseEvent.ClueRegistered(
                                            f.text("no"),
                                            f.text("power"),
                                            f.number("version"),
                                            f.text("digest"),
                                            f.text("situation"),
                                            ReceptionForms.organ(f),
                                            f.text("channel"),
                                            ReceptionForms.applicant(f),
                                            f.map("answers", a -> a),
                                            ReceptionForms.filings(f),
                                            f.date("received"),
                                            f.person("receiver"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.clue-reported",
                            PenaltyEvent.ClueReported.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("worth_filing", e.worthFiling())
                                            .open("officer", e.by().value())
                                            .internal("report", e.report()),
                            f ->
                                    new PenaltyEvent.ClueReported(
                                            f.text("step"),
                                            f.flag("worth_filing"),
                                            f.text("report"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.filing-checked",
                            PenaltyEvent.FilingChecked.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("passes", e.passes())
                                            .open("officer", e.by().value())
                                            .internal("opinion", e.opinion()),
                            f ->
                                    new PenaltyEvent.FilingChecked(
                                            f.text("step"),
                                            f.flag("passes"),
                                            f.text("opinion"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.filed",
                            PenaltyEvent.CaseFiled.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("filed", e.filed())
                                            .open("investigators", ids(e.investigators()))
                                            .open("conduct_ended", e.conductEnded())
                                            .open("on", e.on())
                                            .open("promise_due", e.promiseDue())
                                            .open("provisional", e.provisional())
                                            .open("officer", e.by().value())
                                            .internal("reasons", e.reasons())
                                            .due(e.statuteDue()),
                            f ->
                                    new PenaltyEvent.CaseFiled(
                                            f.text("step"),
                                            f.flag("filed"),
                                            persons(f, "investigators"),
                                            f.date("conduct_ended"),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.event().due().orElse(null),
                                            f.dateOrNull("promise_due"),
                                            f.flag("provisional"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.evidence-taken",
                            PenaltyEvent.EvidenceTaken.class,
                            (e, d) -> {
                                d.open("step", e.step())
                                        .internal("type", e.type())
                                        .open("officers", ids(e.officers()))
                                        .open("officer", e.by().value())
                                        .internal("late", e.lateReason())
                                        .internal("record", e.record())
                                        .day(e.day());
                                ReceptionForms.filings(e.filings(), d);
                            },
                            f ->
                                    new PenaltyEvent.EvidenceTaken(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            persons(f, "officers"),
                                            f.text("type"),
                                            f.text("record"),
                                            ReceptionForms.filings(f),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.investigation-concluded",
                            PenaltyEvent.InvestigationConcluded.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", e.by().value())
                                            .internal("facts", e.facts())
                                            .internal("sanction", lines(e.sanction()))
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new PenaltyEvent.InvestigationConcluded(
                                            f.text("step"),
                                            f.text("facts"),
                                            sanction(f),
                                            f.text("reasons"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.report-signed",
                            PenaltyEvent.ReportSigned.class,
                            (e, d) -> d.open("step", e.step()).open("officer", e.by().value()),
                            f ->
                                    new PenaltyEvent.ReportSigned(
                                            f.text("step"), f.person("officer"))),
                    new EventFormOf<>(
                            "case.penalty-notified",
                            PenaltyEvent.PenaltyNotified.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("hearing", e.hearing())
                                            .open("officer", e.by().value())
                                            .internal("sanction", lines(e.sanction())),
                            f ->
                                    new PenaltyEvent.PenaltyNotified(
                                            f.text("step"),
                                            given(f),
                                            f.flag("hearing"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.rechecked",
                            PenaltyEvent.Rechecked.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("adopted", e.adopted())
                                            .open("officer", e.by().value())
                                            .internal("sanction", lines(e.sanction()))
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new PenaltyEvent.Rechecked(
                                            f.text("step"),
                                            f.flag("adopted"),
                                            given(f),
                                            f.text("reasons"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.legality-reviewed",
                            PenaltyEvent.LegalityReviewed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("passes", e.passes())
                                            .open("officer", e.by().value())
                                            .internal("opinion", e.opinion()),
                            f ->
                                    new PenaltyEvent.LegalityReviewed(
                                            f.text("step"),
                                            f.flag("passes"),
                                            f.text("opinion"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.sanction-resolved",
                            PenaltyEvent.SanctionResolved.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("by_heads", e.byHeads())
                                            .internal("sanction", lines(e.sanction())),
                            f ->
                                    new PenaltyEvent.SanctionResolved(
                                            f.text("step"), sanction(f), f.flag("by_heads"))),
                    new EventFormOf<>(
                            "case.penalty-decided",
                            PenaltyEvent.PenaltyDecided.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("result", e.result().code())
                                            .internal("sanction", lines(e.sanction()))
                                            .open("cited", new TreeSet<>(e.cited()))
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .personal("payment_code", e.code())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new PenaltyEvent.PenaltyDecided(
                                            f.text("step"),
                                            PenaltyEvent.Result.ofCode(f.text("result"))
                                                    .orElseThrow(),
                                            sanction(f),
                                            f.set("cited"),
                                            f.text("payment_code"),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.person("officer"))));

    static List<String> ids(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::value).sorted().toList();
    }

    static Set<PersonId> persons(Fields f, String name) {
        return f.texts(name).stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> lines(@Nullable Sanction s) {
        return s == null
                ? List.of()
                : List.of(
                        "violation=" + s.violation(),
                        "grade=" + s.grade(),
                        "warning=" + (s.warning() ? 1 : 0),
                        "fine=" + s.fine(),
                        "correction=" + s.correction());
    }

    /// The sanction; null where none was named.
    private static @Nullable Sanction sanction(Fields f) {
        return f.texts("sanction").isEmpty() ? null : given(f);
    }

    /// The sanction where one is always named; erased, it reads as empty.
    private static Sanction given(Fields f) {
        var map = f.map("sanction", s -> s);
        return new Sanction(
                map.getOrDefault("violation", ""),
                map.getOrDefault("grade", ""),
                map.getOrDefault("warning", "0").equals("1"),
                Long.parseLong(map.getOrDefault("fine", "0")),
                map.getOrDefault("correction", ""));
    }
}
