package org.guiju.app.cases.application;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.IntakeCommand;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.Original;

/// Readers of who acts for the applicant, and of originals.
final class IntakeReaders {
    /// What an agent may do for the applicant at the window: the form has a box for it.
    private static final Set<String> BY_AGENT =
            Set.of("supply-materials", "withdraw", "serve", "record-statement", "request-hearing");

    private IntakeReaders() {}

    static void into(Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put("name-agent", (in, f) -> new IntakeCommand.NameAgent(mandate(in, f)));
        readers.put("end-mandate", (in, _) -> new IntakeCommand.EndMandate(in.required("reason")));
        readers.put(
                "see-original",
                (in, _) -> new IntakeCommand.SeeOriginal(in.required("material"), handling(in)));
        readers.put(
                "return-original",
                (in, _) ->
                        new IntakeCommand.ReturnOriginal(
                                in.required("material"), in.required("taker")));
        readers.put(
                "read-back",
                (in, _) -> {
                    if (!in.checked("read")) {
                        in.fault("read", "required");
                    }
                    return new IntakeCommand.ReadBack(in.text("witness"));
                });
        for (var act : BY_AGENT) {
            var own = java.util.Objects.requireNonNull(readers.get(act), act);
            readers.put(
                    act,
                    (in, f) -> {
                        var command = own.apply(in, f);
                        return in.checked("byAgent") ? new IntakeCommand.ByAgent(command) : command;
                    });
        }
    }

    private static Mandate mandate(CommandInput in, CaseFile file) {
        var scope = new LinkedHashSet<Mandate.Scope>();
        in.texts("scope")
                .forEach(s ->
                        Mandate.Scope.ofCode(s)
                                .ifPresentOrElse(
                                        scope::add, () -> in.fault("scope", "not-a-choice")));
        if (scope.isEmpty()) {
            in.fault("scope", "required");
        }
        in.required("mandateUntil");
        return new Mandate(
                in.required("agent"),
                in.required("document"),
                scope,
                in.day("mandateFrom", file.today()),
                in.day("mandateUntil", file.today()),
                in.filings().isEmpty() ? null : in.filings().getFirst(),
                in.checked("paperSeen"),
                false);
    }

    private static Original.Handling handling(CommandInput in) {
        var text = in.required("handling");
        return Original.Handling.ofCode(text)
                .orElseGet(() -> {
                    if (!text.isBlank()) {
                        in.fault("handling", "not-a-choice");
                    }
                    return Original.Handling.RETURNED;
                });
    }
}
