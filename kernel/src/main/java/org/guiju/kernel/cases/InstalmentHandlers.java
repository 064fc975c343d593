package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.StepKind;

/// 分期缴纳与上交现金 (行政处罚法 66, 71).
final class InstalmentHandlers {
    private InstalmentHandlers() {}

    static final Handler<VerbCommand.GrantInstalments> GRANT =
            new Handler<>(
                    VerbCommand.GrantInstalments.class,
                    Set.of(StepKind.COLLECTION),
                    Handler.Who.HEAD,
                    true,
                    List.of(
                            rule(CaseRule.INSTALMENTS_COVER_FINE, InstalmentHandlers::covers),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().asked().isBlank()
                                                    && !a.command().reasons().isBlank())),
                    a ->
                            List.of(
                                    new PenaltyEvent.InstalmentsGranted(
                                            a.at().id(),
                                            a.command().plan(),
                                            a.command().asked().strip(),
                                            a.command().reasons().strip(),
                                            a.person())));

    static final Handler<VerbCommand.HandInMoney> HAND_IN =
            new Handler<>(
                    VerbCommand.HandInMoney.class,
                    Set.of(),
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(
                                    CaseRule.DAY_NOT_AHEAD,
                                    a -> !a.command().day().isAfter(a.today())),
                            rule(CaseRule.MONEY_HANDED_IN_ORDER, InstalmentHandlers::inOrder),
                            rule(
                                    CaseRule.MONEY_HANDED_IN_TIME,
                                    a ->
                                            Instalments.handIn(a.state(), a.facts().calendar())
                                                            .filter(d ->
                                                                    a.command()
                                                                            .day()
                                                                            .isAfter(d.lastDay()))
                                                            .isEmpty()
                                                    || !a.command().lateReason().isBlank()),
                            rule(CaseRule.RECEIPT_ISSUED, a -> !a.command().receipt().isBlank())),
                    a ->
                            List.of(
                                    new VerbEvent.MoneyHandedIn(
                                            a.command().day(),
                                            a.command().atBank(),
                                            a.command().receipt().strip(),
                                            a.today(),
                                            a.person(),
                                            a.command().lateReason().strip())));

    /// Dated parts, one after the other, none behind today, that make up what is unpaid of the fine.
    private static boolean covers(Asked<VerbCommand.GrantInstalments> a) {
        var plan = a.command().plan();
        var owed = Fines.owed(a.state(), a.facts().calendar(), a.today());
        if (plan.size() < 2 || owed.isEmpty()) {
            return false;
        }
        var before = a.today().minusDays(1);
        long sum = 0;
        for (var part : plan) {
            if (!part.day().isAfter(before) || part.fen() <= 0) {
                return false;
            }
            before = part.day();
            sum += part.fen();
        }
        return sum == owed.get().fine() - owed.get().paid() && before.isAfter(owed.get().until());
    }

    /// First to the organ, then to the bank.
    private static boolean inOrder(Asked<VerbCommand.HandInMoney> a) {
        var before = a.state().course().latest(VerbEvent.MoneyHandedIn.class);
        return Instalments.handIn(a.state(), a.facts().calendar())
                .filter(d -> !a.command().day().isBefore(d.eventDay()))
                .filter(_ -> a.command().atBank() == before.isPresent())
                .isPresent();
    }
}
