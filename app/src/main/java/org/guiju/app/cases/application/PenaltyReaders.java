package org.guiju.app.cases.application;

import java.util.Map;
import java.util.function.BiFunction;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.VerbCommand;
import org.jspecify.annotations.Nullable;

/// 处罚动作读取: the acts of a penalty case. Amounts come in as yuan with at most two decimals and are kept in fen.
final class PenaltyReaders {
    private PenaltyReaders() {}

    static void into(Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        investigation(readers);
        decision(readers);
        dues(readers);
    }

    private static void investigation(
            Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put(
                "report-clue",
                (in, _) ->
                        new CaseCommand.ReportClue(
                                step(in), in.yes("worthFiling"), in.required("report")));
        readers.put(
                "check-filing",
                (in, _) ->
                        new CaseCommand.CheckFiling(
                                step(in), in.yes("passes"), in.required("opinion")));
        readers.put(
                "file-case",
                (in, f) ->
                        new CaseCommand.FileCase(
                                step(in),
                                in.yes("file"),
                                in.persons("investigators"),
                                in.day("conductEnded", f.state().opening().receivedOn()),
                                in.checked("grave"),
                                in.required("reasons")));
        readers.put(
                "take-evidence",
                (in, f) ->
                        new CaseCommand.TakeEvidence(
                                step(in),
                                in.day("day", f.today()),
                                in.persons("officers"),
                                in.required("type"),
                                in.required("record"),
                                in.filings(),
                                in.text("lateReason")));
        readers.put(
                "conclude-investigation",
                (in, _) ->
                        new CaseCommand.ConcludeInvestigation(
                                step(in),
                                in.required("facts"),
                                in.yes("punish") ? sanction(in) : null,
                                in.required("reasons")));
        readers.put("sign-report", (in, _) -> new CaseCommand.SignReport(step(in)));
    }

    private static void decision(
            Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put(
                "notify-penalty",
                (in, f) ->
                        new CaseCommand.NotifyPenalty(
                                step(in),
                                in.day("day", f.today()),
                                in.required("manner"),
                                in.text("lateReason")));
        readers.put(
                "recheck",
                (in, _) ->
                        new CaseCommand.Recheck(
                                step(in), in.yes("adopted"), sanction(in), in.required("reasons")));
        readers.put(
                "review-legality",
                (in, _) ->
                        new CaseCommand.ReviewLegality(
                                step(in), in.yes("passes"), in.required("opinion")));
        readers.put(
                "decide-penalty",
                (in, _) -> {
                    var result = result(in);
                    return new CaseCommand.DecidePenalty(
                            step(in),
                            result,
                            result == PenaltyEvent.Result.PUNISHED ? sanction(in) : null,
                            in.required("reasons"));
                });
        readers.put(
                "punish-on-the-spot",
                (in, f) ->
                        new CaseCommand.PunishOnTheSpot(
                                step(in),
                                in.day("day", f.state().opening().receivedOn()),
                                in.persons("officers"),
                                in.required("pad"),
                                in.required("place"),
                                in.required("facts"),
                                in.text("statement"),
                                sanction(in),
                                in.yes("signed"),
                                in.yuan("collected", false),
                                in.text("hard"),
                                in.text("lateReason")));
    }

    private static void dues(Map<String, BiFunction<CommandInput, CaseFile, CaseCommand>> readers) {
        readers.put(
                "record-payment",
                (in, f) ->
                        new CaseCommand.RecordPayment(
                                step(in),
                                in.day("day", f.today()),
                                in.yuan("amount", true),
                                in.required("receipt"),
                                in.text("lateReason")));
        readers.put(
                "defer-payment",
                (in, f) ->
                        new CaseCommand.DeferPayment(
                                step(in), in.day("until", f.today()), in.required("reasons")));
        readers.put(
                "grant-instalments",
                (in, _) ->
                        new VerbCommand.GrantInstalments(
                                step(in),
                                in.instalments("plan"),
                                in.required("asked"),
                                in.required("reasons")));
        readers.put(
                "hand-in-money",
                (in, f) ->
                        new VerbCommand.HandInMoney(
                                in.day("day", f.today()),
                                in.yes("atBank"),
                                in.required("receipt"),
                                in.text("lateReason")));
        readers.put(
                "suspend-surcharge",
                (in, _) -> new CaseCommand.SuspendSurcharge(step(in), in.required("ground")));
        readers.put(
                "resume-surcharge",
                (in, _) -> new CaseCommand.ResumeSurcharge(step(in), in.required("result")));
        readers.put(
                "demand",
                (in, f) ->
                        new CaseCommand.Demand(
                                step(in),
                                in.day("day", f.today()),
                                in.required("manner"),
                                in.text("lateReason")));
        readers.put(
                "apply-to-court",
                (in, f) ->
                        new CaseCommand.ApplyToCourt(
                                step(in),
                                in.day("day", f.today()),
                                in.required("court"),
                                in.text("lateReason")));
        readers.put(
                "end-enforcement",
                (in, _) -> new CaseCommand.EndEnforcement(step(in), in.required("result")));
    }

    static Sanction sanction(CommandInput in) {
        return new Sanction(
                in.required("violation"),
                in.required("grade"),
                in.checked("warning"),
                in.yuan("fine", false),
                in.text("correction"));
    }

    /// The sanction that a meeting resolved; none where it names no conduct.
    static @Nullable Sanction resolved(CommandInput in) {
        return in.text("violation").isBlank() ? null : sanction(in);
    }

    private static PenaltyEvent.Result result(CommandInput in) {
        var text = in.required("result");
        return PenaltyEvent.Result.ofCode(text)
                .orElseGet(() -> {
                    if (!text.isBlank()) {
                        in.fault("result", "not-a-choice");
                    }
                    return PenaltyEvent.Result.UNPROVED;
                });
    }

    private static String step(CommandInput in) {
        return in.required("step");
    }
}
