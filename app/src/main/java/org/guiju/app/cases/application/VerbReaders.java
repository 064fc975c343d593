package org.guiju.app.cases.application;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.Countersigning.Mode;
import org.guiju.kernel.cases.VerbCommand;
import org.guiju.kernel.shared.PersonId;

/// Readers of what moves a case besides its flow.
final class VerbReaders {
    private static final PersonId NOBODY = new PersonId("nobody");

    private VerbReaders() {}

    static void into(Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        circulation(readers);
        signatures(readers);
        ends(readers);
    }

    private static void circulation(
            Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put(
                "send-back",
                (in, _) ->
                        new VerbCommand.SendBack(
                                in.required("step"), in.required("to"), in.required("reason")));
        readers.put(
                "urge", (in, _) -> new VerbCommand.Urge(in.required("step"), in.required("note")));
        readers.put("inform", (in, _) -> new VerbCommand.Inform(person(in), in.text("note")));
    }

    private static void signatures(
            Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put(
                "ask-countersign",
                (in, _) ->
                        new VerbCommand.AskCountersign(
                                in.required("step"),
                                choice(in, "mode", Mode.values(), Mode::code),
                                in.texts("signatories").stream()
                                        .filter(p -> !p.isBlank())
                                        .map(p -> new PersonId(p.strip()))
                                        .toList(),
                                in.required("question")));
        readers.put(
                "countersign",
                (in, _) ->
                        new VerbCommand.Countersign(
                                in.required("step"), in.yes("agrees"), in.text("opinion")));
        readers.put(
                "add-signatory",
                (in, _) ->
                        new VerbCommand.AddSignatory(
                                in.required("step"), person(in), in.required("reason")));
        readers.put(
                "remove-signatory",
                (in, _) ->
                        new VerbCommand.RemoveSignatory(
                                in.required("step"), person(in), in.required("reason")));
    }

    private static void ends(Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put(
                "terminate",
                (in, _) ->
                        new VerbCommand.Terminate(
                                choice(
                                        in,
                                        "ground",
                                        VerbCommand.EndGround.values(),
                                        VerbCommand.EndGround::code),
                                in.required("reasons")));
        readers.put(
                "correct-decision",
                (in, _) ->
                        new VerbCommand.CorrectDecision(
                                choice(
                                        in,
                                        "slip",
                                        VerbCommand.Slip.values(),
                                        VerbCommand.Slip::code),
                                in.required("reads"),
                                in.required("shouldRead"),
                                in.required("reasons")));
        readers.put(
                "revoke",
                (in, _) ->
                        new VerbCommand.Revoke(
                                choice(
                                        in,
                                        "ground",
                                        VerbCommand.RevocationGround.values(),
                                        VerbCommand.RevocationGround::code),
                                in.required("heard"),
                                in.required("reasons")));
        readers.put(
                "reopen",
                (in, f) ->
                        new VerbCommand.Reopen(
                                in.required("to"),
                                choice(
                                        in,
                                        "authority",
                                        VerbCommand.Authority.values(),
                                        VerbCommand.Authority::code),
                                in.required("orderNo"),
                                in.day("orderedOn", f.today()),
                                in.required("reasons")));
    }

    private static PersonId person(CommandInput in) {
        return in.person("officer").orElse(NOBODY);
    }

    /// The choice named; the first of all stands for a fault that the input then tells.
    private static <E> E choice(
            CommandInput in, String field, E[] values, Function<E, String> code) {
        var text = in.required(field);
        return Arrays.stream(values)
                .filter(v -> code.apply(v).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    if (!text.isBlank()) {
                        in.fault(field, "not-a-choice");
                    }
                    return values[0];
                });
    }
}
