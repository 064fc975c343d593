package org.guiju.app.cases.application;

import java.util.Map;
import java.util.function.BiFunction;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.OfficeCommand;

/// 依职权动作的读取.
final class OfficeReaders {
    private OfficeReaders() {}

    static void into(Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put(
                "begin-matter",
                (in, f) ->
                        new OfficeCommand.BeginMatter(
                                step(in), f.today(), in.yes("begun"), in.required("reasons")));
        readers.put(
                "approve",
                (in, f) ->
                        new OfficeCommand.Approve(
                                step(in), f.today(), in.yes("approves"), in.required("opinion")));
        readers.put("record-scene", OfficeReaders::scene);
        readers.put("sign-scene", (in, f) -> new OfficeCommand.SignScene(step(in), f.today()));
        readers.put(
                "record-mediation",
                (in, f) ->
                        new OfficeCommand.RecordMediation(
                                step(in),
                                in.day("day", f.today()),
                                in.yes("settled"),
                                in.required("terms"),
                                in.text("lateReason")));
        readers.put(
                "rule",
                (in, f) ->
                        new OfficeCommand.Rule(
                                step(in),
                                f.today(),
                                in.yes("made"),
                                in.required("content"),
                                in.required("reasons")));
        readers.put(
                "record-execution",
                (in, f) ->
                        new OfficeCommand.RecordExecution(
                                step(in),
                                in.day("day", f.today()),
                                in.yes("done"),
                                in.required("what"),
                                in.yuan("sum", false),
                                in.required("proof"),
                                in.text("lateReason")));
    }

    private static CaseCommand scene(CommandInput in, CaseFile f) {
        var presence = in.required("presence");
        return new OfficeCommand.RecordScene(
                step(in),
                in.day("day", f.today()),
                in.persons("officers"),
                OfficeCommand.Presence.ofCode(presence)
                        .orElseGet(() -> {
                            if (!presence.isBlank()) {
                                in.fault("presence", "not-a-choice");
                            }
                            return OfficeCommand.Presence.ABSENT;
                        }),
                in.text("witness"),
                in.lines("inventory"),
                in.checked("spared"),
                in.required("record"),
                in.text("lateReason"),
                in.position());
    }

    private static String step(CommandInput in) {
        return in.required("step");
    }
}
