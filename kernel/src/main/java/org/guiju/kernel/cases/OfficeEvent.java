package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 依职权的办理事实.
public sealed interface OfficeEvent extends CaseEvent.Elsewhere {
    String step();

    PersonId by();

    /// What ends the matter.
    sealed interface Ending extends OfficeEvent, CaseEvent.Decision permits Settled, Ruled {
        @Override
        String step();

        @Override
        PersonId by();

        @Override
        default Set<String> cited() {
            return Set.of();
        }
    }

    /// 已启动或者不启动: where it begins, the clocks of the matter begin.
    record MatterBegun(String step, boolean begun, String reasons, LocalDate on, PersonId by)
            implements OfficeEvent {}

    /// 批准、会签意见.
    record ApprovalGiven(String step, boolean approves, String opinion, LocalDate on, PersonId by)
            implements OfficeEvent {}

    /// 现场笔录.
    record SceneRecorded(
            String step,
            LocalDate day,
            Set<PersonId> officers,
            OfficeCommand.Presence presence,
            String witness,
            List<String> items,
            String record,
            PersonId by,
            String lateReason,
            @Nullable Position position)
            implements OfficeEvent {}

    /// 现场笔录已署名.
    record SceneSigned(String step, PersonId by) implements OfficeEvent {}

    /// 调解未达成协议.
    record MediationFailed(
            String step, LocalDate day, String reasons, PersonId by, String lateReason)
            implements OfficeEvent {}

    /// 调解达成协议: the matter is settled as the two sides agreed.
    record Settled(String step, LocalDate on, String terms, PersonId by, String lateReason)
            implements Ending {
        @Override
        public String reasons() {
            return terms;
        }

        @Override
        public boolean granted() {
            return true;
        }

        @Override
        public String outcome() {
            return "settled";
        }
    }

    /// 处理决定已作出, or the matter ends without one.
    record Ruled(
            String step, boolean made, String content, String reasons, LocalDate on, PersonId by)
            implements Ending {
        @Override
        public boolean granted() {
            return made;
        }

        @Override
        public String outcome() {
            return made ? "made" : "not-made";
        }
    }

    /// 已执行, or defied.
    record Executed(
            String step,
            LocalDate day,
            boolean done,
            String what,
            long fen,
            String proof,
            PersonId by,
            String lateReason)
            implements OfficeEvent {}
}
