package org.guiju.kernel.clearing;

import java.util.Map;
import org.guiju.kernel.shared.Outcome;

/// 职权清理的门: what somebody asks for comes true, or is refused with every reason in its order.
public final class Clearings {
    private Clearings() {}

    /// @param state after the whole history of this unit's clearing
    public static Outcome<ClearingEvent> decide(
            ClearingFacts facts, ClearingState state, ClearingCommand command) {
        return switch (command) {
            case ClearingCommand.Open c -> open(c, facts, state);
            case ClearingCommand.EnterItems(var items) -> InventoryActs.enter(items, facts, state);
            case ClearingCommand.FillItems c -> InventoryActs.fill(c, facts, state);
            case ClearingCommand.WithdrawItems c -> InventoryActs.withdraw(c, facts, state);
            case ClearingCommand.DeclareNone c -> InventoryActs.none(c, facts, state);
            case ClearingCommand.DeclareDuty c -> InventoryActs.duty(c, facts, state);
            case ClearingCommand.NameTeam(var team) -> InventoryActs.team(team, facts, state);
            case ClearingCommand.RuleOnInternal c -> ReviewActs.internal(c, facts, state);
            case ClearingCommand.Dispose c -> InventoryActs.dispose(c, facts, state);
            case ClearingCommand.StateResponsibility c ->
                    InventoryActs.responsibility(c, facts, state);
            case ClearingCommand.RecordMeeting(var m) -> InventoryActs.meeting(m, facts, state);
            case ClearingCommand.CloseInventory() -> InventoryActs.close(facts, state);
            case ClearingCommand.SignReport() -> InventoryActs.sign(facts, state);
            case ClearingCommand.Submit() -> InventoryActs.submit(facts, state);
            case ClearingCommand.AnswerRemark c -> InventoryActs.answer(c, facts, state);
            case ClearingCommand.SendBack(var reason) -> ReviewActs.sendBack(reason, facts, state);
            case ClearingCommand.GiveOpinion c -> ReviewActs.opinion(c, facts, state);
            case ClearingCommand.RecordAppraisal c -> ReviewActs.appraisal(c, facts, state);
            case ClearingCommand.AskExpert c -> ReviewActs.askExpert(c, facts, state);
            case ClearingCommand.RecordExpert c -> ReviewActs.expert(c, facts, state);
            case ClearingCommand.Confirm(var ids) -> ReviewActs.confirm(ids, facts, state);
            case ClearingCommand.MakeRemark c -> ReviewActs.remark(c, facts, state);
            case ClearingCommand.SubmitFinal() -> ReviewActs.submitFinal(facts, state);
            case ClearingCommand.Approve(var r) -> ReviewActs.approve(r, facts, state);
            case ClearingCommand.Publish(var on) -> ReviewActs.publish(on, facts, state);
        };
    }

    private static Outcome<ClearingEvent> open(
            ClearingCommand.Open c, ClearingFacts facts, ClearingState state) {
        var refusing = new Refusing().unless(!state.opened(), ClearingRule.CLEARING_OPENED_ONCE);
        return ReviewActs.led(refusing, facts)
                .unless(!c.title().isBlank(), ClearingRule.REASON_STATED)
                .or(
                        new ClearingEvent.Opened(
                                c.campaign(), c.title(), c.kind(), c.excludeInternal()));
    }

    /// The clearing is open and has come to the stage, and not beyond it.
    static Refusing at(ClearingState state, Stage stage) {
        return new Refusing()
                .unless(state.opened(), ClearingRule.CLEARING_OPEN)
                .unless(state.stage() == stage, ClearingRule.STAGE_REACHED, stages(state, stage));
    }

    static Map<String, String> stages(ClearingState state, Stage needed) {
        return Map.of("stage", state.stage().code(), "needed", needed.code());
    }
}
