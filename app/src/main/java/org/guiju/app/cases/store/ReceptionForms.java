package org.guiju.app.cases.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.RecusalEvent;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// Forms of what happens at the door, of steps and of clocks.
final class ReceptionForms {
    /// What stands for the name of a person whose data were erased or sealed.
    static final String ERASED = "（已删除）";

    private ReceptionForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.application-received",
                            CaseEvent.ApplicationReceived.class,
                            ReceptionForms::begun,
                            f ->
                                    new CaseEvent.ApplicationReceived(
                                            f.text("no"),
                                            f.text("power"),
                                            f.number("version"),
                                            f.text("digest"),
                                            f.text("situation"),
                                            organ(f),
                                            f.text("channel"),
                                            applicant(f),
                                            f.map("answers", a -> a),
                                            filings(f),
                                            f.date("received"),
                                            f.personOrNull("receiver"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.step-opened",
                            CaseEvent.StepOpened.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("step_kind", e.kind().code())
                                            .open("on", e.on())
                                            .open("provisional", e.provisional())
                                            .due(e.due()),
                            f ->
                                    new CaseEvent.StepOpened(
                                            f.text("step"),
                                            StepKind.ofCode(f.text("step_kind")).orElseThrow(),
                                            f.date("on"),
                                            f.event().due().orElse(null),
                                            f.flag("provisional"))),
                    new EventFormOf<>(
                            "case.step-awaited",
                            CaseEvent.StepAwaited.class,
                            (e, d) -> d.open("step", e.step()).open("on", e.on()),
                            f -> new CaseEvent.StepAwaited(f.text("step"), f.date("on"))),
                    new EventFormOf<>(
                            "case.step-closed",
                            CaseEvent.StepClosed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("outcome", e.outcome())
                                            .open("on", e.on()),
                            f ->
                                    new CaseEvent.StepClosed(
                                            f.text("step"), f.text("outcome"), f.date("on"))),
                    new EventFormOf<>(
                            "case.period-elapsed",
                            CaseEvent.PeriodElapsed.class,
                            (e, d) -> d.open("step", e.step()).open("on", e.on()),
                            f -> new CaseEvent.PeriodElapsed(f.text("step"), f.date("on"))),
                    new EventFormOf<>(
                            "case.accepted",
                            CaseEvent.Accepted.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", id(e.by()))
                                            .open("on", e.on())
                                            .open("promise_due", e.promiseDue())
                                            .open("provisional", e.provisional())
                                            .open("deemed", e.deemed())
                                            .due(e.statuteDue()),
                            f ->
                                    new CaseEvent.Accepted(
                                            f.text("step"),
                                            f.personOrNull("officer"),
                                            f.date("on"),
                                            f.event().due().orElseThrow(),
                                            f.date("promise_due"),
                                            f.flag("provisional"),
                                            f.flag("deemed"))),
                    new EventFormOf<>(
                            "case.acceptance-refused",
                            CaseEvent.AcceptanceRefused.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", e.by().value())
                                            .open("ground", e.ground())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new CaseEvent.AcceptanceRefused(
                                            f.text("step"),
                                            f.person("officer"),
                                            f.text("ground"),
                                            f.text("reasons"))),
                    new EventFormOf<>(
                            "case.supplement-requested",
                            CaseEvent.SupplementRequested.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", e.by().value())
                                            .open("items", e.items())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new CaseEvent.SupplementRequested(
                                            f.text("step"),
                                            f.person("officer"),
                                            f.texts("items"),
                                            f.text("reasons"))),
                    new EventFormOf<>(
                            "case.supplement-supplied",
                            CaseEvent.SupplementSupplied.class,
                            (e, d) -> {
                                d.open("step", e.step())
                                        .open("on", e.on())
                                        .personal("answers", Fields.lines(e.answers(), a -> a));
                                filings(e.filings(), d);
                            },
                            f ->
                                    new CaseEvent.SupplementSupplied(
                                            f.text("step"),
                                            f.map("answers", a -> a),
                                            filings(f),
                                            f.date("on"))),
                    new EventFormOf<>(
                            "case.withdrawn",
                            CaseEvent.Withdrawn.class,
                            (e, d) -> d.open("on", e.on()).personal("reason", e.reason()),
                            f -> new CaseEvent.Withdrawn(f.text("reason"), f.date("on"))),
                    new EventFormOf<>(
                            "case.paused",
                            CaseEvent.Paused.class,
                            (e, d) ->
                                    d.open("ground", e.ground())
                                            .open("on", e.on())
                                            .open("cap_end", e.capEnd())
                                            .open("officer", e.by().value())
                                            .internal("notice", e.notice()),
                            f ->
                                    new CaseEvent.Paused(
                                            f.text("ground"),
                                            f.text("notice"),
                                            f.date("on"),
                                            f.date("cap_end"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.resumed",
                            CaseEvent.Resumed.class,
                            (e, d) ->
                                    d.open("ground", e.ground())
                                            .open("on", e.on())
                                            .open("lapsed", e.lapsed())
                                            .open("promise_due", e.promiseDue())
                                            .open("officer", id(e.by()))
                                            .internal("result", e.result())
                                            .due(e.statuteDue()),
                            f ->
                                    new CaseEvent.Resumed(
                                            f.text("ground"),
                                            f.date("on"),
                                            f.text("result"),
                                            f.flag("lapsed"),
                                            f.event().due().orElseThrow(),
                                            f.date("promise_due"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.extended",
                            CaseEvent.Extended.class,
                            (e, d) ->
                                    d.open("days", e.days())
                                            .open("promise_due", e.promiseDue())
                                            .open("officer", e.by().value())
                                            .internal("reasons", e.reasons())
                                            .due(e.statuteDue()),
                            f ->
                                    new CaseEvent.Extended(
                                            f.number("days"),
                                            f.text("reasons"),
                                            f.event().due().orElseThrow(),
                                            f.date("promise_due"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.late-entry-confirmed",
                            CaseEvent.LateEntryConfirmed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", e.by().value())
                                            .internal("confirmation", e.confirmation()),
                            f ->
                                    new CaseEvent.LateEntryConfirmed(
                                            f.text("step"),
                                            f.text("confirmation"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.person-recused",
                            RecusalEvent.PersonRecused.class,
                            (e, d) ->
                                    d.open("person", e.person().value())
                                            .open("officer", e.by().value())
                                            .internal("reason", e.reason()),
                            f ->
                                    new RecusalEvent.PersonRecused(
                                            f.person("person"),
                                            f.text("reason"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.recusal-sought",
                            RecusalEvent.RecusalSought.class,
                            (e, d) ->
                                    d.open("person", e.person().value())
                                            .open("on", e.on())
                                            .open("officer", id(e.by()))
                                            .personal("reason", e.reason()),
                            f ->
                                    new RecusalEvent.RecusalSought(
                                            f.person("person"),
                                            f.text("reason"),
                                            f.date("on"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.recusal-decided",
                            RecusalEvent.RecusalDecided.class,
                            (e, d) ->
                                    d.open("person", e.person().value())
                                            .open("granted", e.granted())
                                            .open("resolution", e.resolution())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reason", e.reason()),
                            f ->
                                    new RecusalEvent.RecusalDecided(
                                            f.person("person"),
                                            f.flag("granted"),
                                            f.text("reason"),
                                            f.text("resolution"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.handed-over",
                            CaseEvent.HandedOver.class,
                            (e, d) ->
                                    d.open("from", e.from().value())
                                            .open("to", e.to().value())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reason", e.reason()),
                            f ->
                                    new CaseEvent.HandedOver(
                                            f.person("from"),
                                            f.person("to"),
                                            f.date("on"),
                                            f.text("reason"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.closed",
                            CaseEvent.CaseClosed.class,
                            (e, d) -> d.open("outcome", e.outcome()).open("on", e.on()),
                            f -> new CaseEvent.CaseClosed(f.text("outcome"), f.date("on"))));

    static String id(@Nullable PersonId person) {
        return person == null ? "" : person.value();
    }

    /// Which material, which file and its digest are public; what the applicant called it is his own.
    /// What a case begins with, whoever began it.
    static void begun(CaseEvent.Begun e, Draft d) {
        d.open("no", e.no())
                .open("power", e.power())
                .open("version", e.version())
                .open("digest", e.digest())
                .open("situation", e.situation())
                .open("organ", e.organ().value())
                .open("channel", e.channel())
                .open("subject", e.applicant().subject())
                .open("applicant_kind", e.applicant().kind().code())
                .personal("applicant_masked", e.applicant().masked())
                .open("received", e.receivedOn())
                .open("receiver", id(e.by()))
                .internal("late", e.lateReason())
                .personal("account", e.applicant().account())
                .personal("applicant", e.applicant().name())
                .personal("answers", Fields.lines(e.answers(), a -> a))
                .day(e.receivedOn());
        filings(e.filings(), d);
    }

    static OrganId organ(Fields f) {
        return new OrganId(f.text("organ"));
    }

    static Applicant applicant(Fields f) {
        return new Applicant(
                f.text("subject"),
                f.text("account"),
                "person".equals(f.text("applicant_kind"))
                        ? Applicant.Kind.PERSON
                        : Applicant.Kind.ORGANISATION,
                f.text("applicant"),
                // Erased with the name.
                f.text("applicant_masked").isEmpty() ? ERASED : f.text("applicant_masked"));
    }

    static void filings(List<Filing> filings, Draft d) {
        d.open(
                        "files",
                        filings.stream()
                                .map(f ->
                                        f.material()
                                                + ":"
                                                + f.attachment()
                                                + ":"
                                                + f.commitment()
                                                + ":"
                                                + f.size())
                                .toList())
                .personal(
                        "file_names",
                        filings.stream().map(f -> f.attachment() + "=" + f.name()).toList());
    }

    static List<Filing> filings(Fields fields) {
        var names = fields.map("file_names", n -> n);
        var filings = new ArrayList<Filing>();
        for (var line : fields.texts("files")) {
            var parts = line.split(":", 4);
            filings.add(
                    new Filing(
                            parts[0],
                            parts[1],
                            parts[2],
                            Objects.requireNonNullElse(names.get(parts[1]), ""),
                            Long.parseLong(parts[3])));
        }
        return filings;
    }
}
