package org.guiju.app.cases.store;

import java.util.List;
import java.util.stream.Collectors;
import org.guiju.kernel.cases.OfficeCommand;
import org.guiju.kernel.cases.OfficeEvent;
import org.guiju.kernel.shared.PersonId;

/// Forms of what the office begins, agrees to, does on site, mediates, rules and carries out. Who, when and how it ended stands in
/// clear; everything written in words is internal.
final class OfficeForms {
    private OfficeForms() {}

    static final List<EventFormOf<?>> ALL =
            List.of(
                    new EventFormOf<>(
                            "case.matter-begun",
                            OfficeEvent.MatterBegun.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("begun", e.begun())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new OfficeEvent.MatterBegun(
                                            f.text("step"),
                                            f.flag("begun"),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.approval-given",
                            OfficeEvent.ApprovalGiven.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("approves", e.approves())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("opinion", e.opinion()),
                            f ->
                                    new OfficeEvent.ApprovalGiven(
                                            f.text("step"),
                                            f.flag("approves"),
                                            f.text("opinion"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.scene-recorded",
                            OfficeEvent.SceneRecorded.class,
                            OfficeForms::scene,
                            OfficeForms::scene),
                    new EventFormOf<>(
                            "case.scene-signed",
                            OfficeEvent.SceneSigned.class,
                            (e, d) -> d.open("step", e.step()).open("officer", e.by().value()),
                            f -> new OfficeEvent.SceneSigned(f.text("step"), f.person("officer"))),
                    new EventFormOf<>(
                            "case.mediation-failed",
                            OfficeEvent.MediationFailed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .internal("reasons", e.reasons())
                                            .day(e.day()),
                            f ->
                                    new OfficeEvent.MediationFailed(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            f.text("reasons"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.settled",
                            OfficeEvent.Settled.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .internal("terms", e.terms()),
                            f ->
                                    new OfficeEvent.Settled(
                                            f.text("step"),
                                            f.date("on"),
                                            f.text("terms"),
                                            f.person("officer"),
                                            f.text("late"))),
                    new EventFormOf<>(
                            "case.ruled",
                            OfficeEvent.Ruled.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("made", e.made())
                                            .open("on", e.on())
                                            .open("officer", e.by().value())
                                            .internal("content", e.content())
                                            .internal("reasons", e.reasons()),
                            f ->
                                    new OfficeEvent.Ruled(
                                            f.text("step"),
                                            f.flag("made"),
                                            f.text("content"),
                                            f.text("reasons"),
                                            f.date("on"),
                                            f.person("officer"))),
                    new EventFormOf<>(
                            "case.executed",
                            OfficeEvent.Executed.class,
                            (e, d) ->
                                    d.open("step", e.step())
                                            .open("done", e.done())
                                            .open("amount_fen", e.fen())
                                            .open("officer", e.by().value())
                                            .internal("late", e.lateReason())
                                            .internal("what", e.what())
                                            .internal("proof", e.proof())
                                            .day(e.day()),
                            f ->
                                    new OfficeEvent.Executed(
                                            f.text("step"),
                                            ExaminationForms.day(f),
                                            f.flag("done"),
                                            f.text("what"),
                                            f.amount("amount_fen"),
                                            f.text("proof"),
                                            f.person("officer"),
                                            f.text("late"))));

    private static void scene(OfficeEvent.SceneRecorded e, Draft d) {
        d.open("step", e.step())
                .open("officers", e.officers().stream().map(PersonId::value).sorted().toList())
                .open("presence", e.presence().code())
                .open("officer", e.by().value())
                .internal("late", e.lateReason())
                .internal("record", e.record())
                .personal("items", e.items())
                .personal("witness", e.witness())
                .day(e.day());
        ExaminationForms.position(e.position(), d);
    }

    private static OfficeEvent.SceneRecorded scene(Fields f) {
        return new OfficeEvent.SceneRecorded(
                f.text("step"),
                ExaminationForms.day(f),
                f.texts("officers").stream().map(PersonId::new).collect(Collectors.toSet()),
                OfficeCommand.Presence.ofCode(f.text("presence")).orElseThrow(),
                f.text("witness"),
                f.texts("items"),
                f.text("record"),
                f.person("officer"),
                f.text("late"),
                ExaminationForms.position(f));
    }
}
