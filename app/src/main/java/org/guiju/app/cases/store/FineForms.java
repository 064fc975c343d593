package org.guiju.app.cases.store;

import java.util.List;
import org.guiju.kernel.cases.PenaltyEvent;

/// Forms of what follows a fine: on the spot, payment, deferral, demand, court. Amounts in fen; a receipt's number belongs to
/// who paid.
final class FineForms {
    private FineForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.punished-on-the-spot",
                            PenaltyEvent.PunishedOnTheSpot.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officers", PenaltyForms.ids(e.officers()))
                                            .open("pad", e.pad())
                                            .open("signed", e.signed())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .internal("place", e.place())
                                            .internal("facts", e.facts())
                                            .internal("statement", e.statement())
                                            .day(e.day()),
                            f ->
                                    new PenaltyEvent.PunishedOnTheSpot(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            PenaltyForms.persons(f, "officers"),
                                            f.text("pad"),
                                            f.text("place"),
                                            f.text("facts"),
                                            f.text("statement"),
                                            f.flag("signed"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.fine-paid",
                            PenaltyEvent.FinePaid.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("fen", e.fen())
                                            .open("settled", e.settled())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .personal("receipt", e.receipt())
                                            .day(e.day()),
                            f ->
                                    new PenaltyEvent.FinePaid(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            f.amount("fen"),
                                            f.text("receipt"),
                                            f.flag("settled"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.payment-deferred",
                            PenaltyEvent.PaymentDeferred.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("until", e.until())
                                            .open("officer", e.by().value())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new PenaltyEvent.PaymentDeferred(
                                            f.text("step"),
                                            f.date("until"),
                                            f.text("reasons"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.instalments-granted",
                            PenaltyEvent.InstalmentsGranted.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open(
                                                    "plan",
                                                    e.plan().stream()
                                                            .map(i -> i.day() + " " + i.fen())
                                                            .toList())
                                            .open("officer", e.by().value())
                                            .personal("asked", e.asked())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new PenaltyEvent.InstalmentsGranted(
                                            f.text("step"),
                                            f.texts("plan").stream()
                                                    .map(FineForms::instalment)
                                                    .toList(),
                                            f.text("asked"),
                                            f.text("reasons"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.surcharge-suspended",
                            PenaltyEvent.SurchargeSuspended.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("ground", e.ground()),
                            f ->
                                    new PenaltyEvent.SurchargeSuspended(
                                            f.text("step"),
                                            f.text("ground"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.surcharge-resumed",
                            PenaltyEvent.SurchargeResumed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("result", e.result()),
                            f ->
                                    new PenaltyEvent.SurchargeResumed(
                                            f.text("step"),
                                            f.text("result"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.demanded",
                            PenaltyEvent.Demanded.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("manner", e.manner())
                                            .open("until", e.until())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .day(e.day()),
                            f ->
                                    new PenaltyEvent.Demanded(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            f.text("manner"),
                                            f.date("until"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.court-applied",
                            PenaltyEvent.CourtApplied.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .internal("court", e.court())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .day(e.day()),
                            f ->
                                    new PenaltyEvent.CourtApplied(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            f.text("court"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.enforcement-ended",
                            PenaltyEvent.EnforcementEnded.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("result", e.result()),
                            f ->
                                    new PenaltyEvent.EnforcementEnded(
                                            f.text("step"),
                                            f.text("result"),
                                            f.date("on"),
                                            f.person("officer"))));

    private static PenaltyEvent.Instalment instalment(String text) {
        var cells = text.split(" ", 2);
        return new PenaltyEvent.Instalment(
                java.time.LocalDate.parse(cells[0]), Long.parseLong(cells[1]));
    }
}
