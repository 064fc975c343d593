package org.guiju.app.powers.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.kernel.adjustments.AdjustmentCommand;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;

/// 调整表: what was typed or sent, as it was, and the command that it asks for.
///
/// @param act `cancel`, `merge`, `delegate`, `entrust`, `confirm`, `approve` or `follow-up`
/// @param organ receiver, entrusted or responsible organ
/// @param text basis, institution or measures
record AdjustmentForm(String act, String from, String due, String into, String organ, String text) {
    private static final int LONGEST = 500;

    AdjustmentForm {
        act = plain(act);
        from = plain(from);
        due = plain(due);
        into = plain(into);
        organ = plain(organ);
        text = plain(text);
    }

    static final AdjustmentForm EMPTY = new AdjustmentForm("", "", "", "", "", "");

    /// The command, or errors about its fields; what the rules say is for the kernel.
    ///
    /// @param giver organ that holds the power; the receiver stands for it where nobody does, and is refused
    Optional<AdjustmentCommand> command(@Nullable OrganId giver, FormErrors errors) {
        if (text.length() > LONGEST || !storable(text)) {
            errors.add("text", "adjustments.error.text", Integer.toString(LONGEST));
        }
        var needsDay = !act.equals("confirm") && !act.equals("approve") && !act.equals("follow-up");
        var day = day(from);
        if (needsDay && day.isEmpty()) {
            errors.add("from", "adjustments.error.day");
        }
        var last = day(due);
        if (act.equals("delegate") && last.isEmpty()) {
            errors.add("due", "adjustments.error.day");
        }
        var needsOrgan =
                act.equals("delegate")
                        || act.equals("entrust")
                        || act.equals("approve")
                        || act.equals("follow-up");
        if (needsOrgan && organ.isEmpty()) {
            errors.add("organ", "adjustments.error.organ");
        }
        if (act.equals("merge") && into.isEmpty()) {
            errors.add("into", "adjustments.error.into");
        }
        if (errors.any()) {
            return Optional.empty();
        }
        var on = day.orElse(LocalDate.EPOCH);
        return Optional.ofNullable(
                switch (act) {
                    case "cancel" -> new AdjustmentCommand.Cancel(on, text);
                    case "merge" -> new AdjustmentCommand.Merge(into, on, text);
                    case "delegate" ->
                            new AdjustmentCommand.Delegate(
                                    giver == null ? new OrganId(organ) : giver,
                                    new OrganId(organ),
                                    on,
                                    last.orElseThrow(),
                                    text);
                    case "entrust" ->
                            new AdjustmentCommand.Entrust(
                                    giver == null ? new OrganId(organ) : giver,
                                    new OrganId(organ),
                                    on,
                                    text);
                    case "confirm" -> new AdjustmentCommand.ConfirmTakeover();
                    case "approve" ->
                            new AdjustmentCommand.ApproveInstitution(new OrganId(organ), text);
                    case "follow-up" ->
                            new AdjustmentCommand.PlanFollowUp(new OrganId(organ), text);
                    default -> null;
                });
    }

    private static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC).strip();
    }

    private static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        (Character.isISOControl(c) && c != '\n' && c != '\t')
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    static Optional<LocalDate> day(String typed) {
        try {
            var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
            var day = LocalDate.parse(plain.replace('/', '-').replace('.', '-'));
            return Optional.of(day).filter(d -> d.getYear() >= 2000 && d.getYear() <= 2100);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
