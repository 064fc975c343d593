package org.guiju.app.cases.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.guiju.kernel.cases.Countersigning;
import org.guiju.kernel.cases.VerbCommand.Authority;
import org.guiju.kernel.cases.VerbCommand.EndGround;
import org.guiju.kernel.cases.VerbCommand.RevocationGround;
import org.guiju.kernel.cases.VerbCommand.Slip;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.shared.PersonId;

/// Forms of what moves a case besides its flow, and of what happens to a decision.
final class VerbForms {
    private VerbForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.sent-back",
                            VerbEvent.SentBack.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("to", e.to())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reason", e.reason()),
                            f ->
                                    new VerbEvent.SentBack(
                                            f.text("step"),
                                            f.text("to"),
                                            f.text("reason"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.urged",
                            VerbEvent.Urged.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.on())
                                            .open("officer", e.by() == null ? "" : e.by().value())
                                            .personal("note", e.note()),
                            f ->
                                    new VerbEvent.Urged(
                                            f.text("step"),
                                            f.text("note"),
                                            f.date("on"),
                                            f.personOrNull("officer"))),
                    new EventFormOf<>(
                            "case.informed",
                            VerbEvent.Informed.class,
                            (e, d) ->
                                    d.open("person", e.person().value())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("note", e.note()),
                            f ->
                                    new VerbEvent.Informed(
                                            f.person("person"),
                                            f.text("note"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.countersign-asked",
                            VerbEvent.CountersignAsked.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("mode", e.mode().code())
                                            .open(
                                                    "signatories",
                                                    e.signatories().stream()
                                                            .map(PersonId::value)
                                                            .toList())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("question", e.question()),
                            f ->
                                    new VerbEvent.CountersignAsked(
                                            f.text("step"),
                                            Countersigning.Mode.ofCode(f.text("mode"))
                                                    .orElseThrow(),
                                            f.texts("signatories").stream()
                                                    .map(PersonId::new)
                                                    .toList(),
                                            f.text("question"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.countersigned",
                            VerbEvent.Countersigned.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("agrees", e.agrees())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .open(
                                                    "acting_for",
                                                    e.actingFor() == null
                                                            ? ""
                                                            : e.actingFor().value())
                                            .internal("opinion", e.opinion()),
                            f ->
                                    new VerbEvent.Countersigned(
                                            f.text("step"),
                                            f.flag("agrees"),
                                            f.text("opinion"),
                                            f.date("on"),
                                            f.person("officer"),
                                            f.personOrNull("acting_for"))),
                    new EventFormOf<>(
                            "case.signatory-added",
                            VerbEvent.SignatoryAdded.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("person", e.person().value())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reason", e.reason()),
                            f ->
                                    new VerbEvent.SignatoryAdded(
                                            f.text("step"),
                                            f.person("person"),
                                            f.text("reason"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.signatory-removed",
                            VerbEvent.SignatoryRemoved.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("person", e.person().value())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reason", e.reason()),
                            f ->
                                    new VerbEvent.SignatoryRemoved(
                                            f.text("step"),
                                            f.person("person"),
                                            f.text("reason"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.terminated",
                            VerbEvent.Terminated.class,
                            (e, d) ->
                                    d.open("ground", e.ground().code())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new VerbEvent.Terminated(
                                            of(
                                                    EndGround.values(),
                                                    EndGround::code,
                                                    f.text("ground")),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.decision-corrected",
                            VerbEvent.DecisionCorrected.class,
                            (e, d) ->
                                    d.open("slip", e.slip().code())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .personal("reads", e.reads())
                                            .personal("should_read", e.shouldRead())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new VerbEvent.DecisionCorrected(
                                            of(Slip.values(), Slip::code, f.text("slip")),
                                            f.text("reads"),
                                            f.text("should_read"),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.decision-revoked",
                            VerbEvent.DecisionRevoked.class,
                            (e, d) ->
                                    d.open("ground", e.ground().code())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .personal("heard", e.heard())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new VerbEvent.DecisionRevoked(
                                            of(
                                                    RevocationGround.values(),
                                                    RevocationGround::code,
                                                    f.text("ground")),
                                            f.text("heard"),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.licence-named",
                            VerbEvent.LicenceNamed.class,
                            (e, d) ->
                                    d.open("licence", e.number())
                                            .open("act", e.act().code())
                                            .open("until", e.until())
                                            .open("on", e.on()),
                            f ->
                                    new VerbEvent.LicenceNamed(
                                            f.text("licence"),
                                            of(
                                                    LicenceTerms.Act.values(),
                                                    LicenceTerms.Act::code,
                                                    f.text("act")),
                                            f.dateOrNull("until"),
                                            f.date("on"))),
                    new EventFormOf<>(
                            "case.deemed",
                            VerbEvent.Deemed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("licence", e.number())
                                            .open("on", e.on()),
                            f ->
                                    new VerbEvent.Deemed(
                                            f.text("step"), f.text("licence"), f.date("on"))),
                    new EventFormOf<>(
                            "case.money-handed-in",
                            VerbEvent.MoneyHandedIn.class,
                            (e, d) ->
                                    d.open("at_bank", e.atBank())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .internal("receipt", e.receipt())
                                            .day(e.day()),
                            f ->
                                    new VerbEvent.MoneyHandedIn(
                                            ExaminationForms.day(f),
                                            f.flag("at_bank"),
                                            f.text("receipt"),
                                            f.date("on"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.reopened",
                            VerbEvent.Reopened.class,
                            (e, d) ->
                                    d.open("to", e.to())
                                            .open("authority", e.authority().code())
                                            .internal("order", e.order())
                                            .open("ordered_on", e.orderedOn())
                                            .open("former", e.former())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reasons", e.reasons())
                                            .internal("former_reasons", e.formerReasons()),
                            f ->
                                    new VerbEvent.Reopened(
                                            f.text("to"),
                                            of(
                                                    Authority.values(),
                                                    Authority::code,
                                                    f.text("authority")),
                                            f.text("order"),
                                            f.date("ordered_on"),
                                            f.text("reasons"),
                                            f.text("former"),
                                            f.text("former_reasons"),
                                            f.date("on"),
                                            f.person("officer"))));

    private static <E> E of(E[] values, Function<E, String> code, String text) {
        return Arrays.stream(values)
                .filter(v -> code.apply(v).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code " + text));
    }
}
