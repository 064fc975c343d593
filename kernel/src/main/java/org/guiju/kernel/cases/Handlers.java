package org.guiju.kernel.cases;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.kernel.powers.StepKind;

/// 动作目录: every command but the application, each with its handler. A command without one fails a test.
final class Handlers {
    private Handlers() {}

    private static final Map<Class<?>, Handler<?>> ALL =
            Stream.<Handler<?>>of(
                            ReceptionHandlers.ACCEPT,
                            ReceptionHandlers.REFUSE,
                            ReceptionHandlers.ASK,
                            ReceptionHandlers.SUPPLY,
                            ReceptionHandlers.WITHDRAW,
                            ExaminationHandlers.APPOINT,
                            ExaminationHandlers.OPINION,
                            ExaminationHandlers.SETTLE,
                            PlanVisit.HANDLER,
                            InspectionHandlers.INSPECT,
                            InspectionHandlers.SIGN,
                            ExaminationHandlers.ORGAN,
                            HearingHandlers.TELL,
                            HearingHandlers.STATE,
                            HearingHandlers.REQUEST,
                            HearingHandlers.WAIVE,
                            HearingHandlers.SCHEDULE,
                            HearingHandlers.HOLD,
                            MeetingHandlers.MEETING,
                            MeetingHandlers.SIGN,
                            CouncilHandlers.TAKE,
                            ConclusionHandlers.DECIDE,
                            ConclusionHandlers.OBJECT,
                            ConclusionHandlers.SERVE,
                            ConclusionHandlers.ARCHIVE,
                            ClockHandlers.PAUSE,
                            ClockHandlers.RESUME,
                            ClockHandlers.EXTEND,
                            ClockHandlers.CONFIRM,
                            RecusalHandlers.RECUSE,
                            RecusalHandlers.SEEK,
                            RecusalHandlers.DECIDE,
                            Handover.HAND_OVER,
                            CirculationHandlers.SEND_BACK,
                            CirculationHandlers.URGE,
                            CirculationHandlers.INFORM,
                            CountersignHandlers.ASK,
                            CountersignHandlers.SIGN,
                            CountersignHandlers.ADD,
                            CountersignHandlers.REMOVE,
                            EndHandlers.TERMINATE,
                            EndHandlers.CORRECT,
                            EndHandlers.REVOKE,
                            EndHandlers.REOPEN,
                            ClockHandlers.TIME,
                            InvestigationHandlers.REPORT,
                            InvestigationHandlers.CHECK,
                            InvestigationHandlers.FILE,
                            InvestigationHandlers.EVIDENCE,
                            InvestigationHandlers.CONCLUDE,
                            InvestigationHandlers.SIGN,
                            PenaltyHandlers.NOTIFY,
                            PenaltyHandlers.RECHECK,
                            PenaltyHandlers.REVIEW,
                            PenaltyHandlers.DECIDE,
                            FineHandlers.ON_THE_SPOT,
                            FineHandlers.PAY,
                            FineHandlers.DEFER,
                            InstalmentHandlers.GRANT,
                            InstalmentHandlers.HAND_IN,
                            FineHandlers.SUSPEND,
                            FineHandlers.RESUME,
                            FineHandlers.DEMAND,
                            FineHandlers.COURT,
                            FineHandlers.END,
                            OfficeHandlers.BEGIN,
                            OfficeHandlers.APPROVE,
                            SceneHandlers.RECORD,
                            SceneHandlers.SIGN,
                            OfficeHandlers.MEDIATE,
                            OfficeHandlers.RULE,
                            OfficeHandlers.EXECUTE,
                            IntakeHandlers.NAME,
                            IntakeHandlers.END,
                            IntakeHandlers.SEE,
                            IntakeHandlers.RETURN,
                            IntakeHandlers.READ_BACK)
                    .collect(Collectors.toUnmodifiableMap(Handler::command, Function.identity()));

    /// The handler of a command; the cast is safe because the key is the handler's own class.
    @SuppressWarnings("unchecked")
    static <C extends CaseCommand> Handler<C> of(C command) {
        var handler = ALL.get(command.getClass());
        if (handler == null) {
            throw new IllegalArgumentException(
                    "an application opens a case: " + command.getClass());
        }
        return (Handler<C>) handler;
    }

    /// Commands that belong to a kind of step, by name.
    static List<String> at(StepKind kind) {
        return ALL.values().stream()
                .filter(h -> h.kinds().contains(kind))
                .map(h -> h.command().getSimpleName())
                .sorted()
                .toList();
    }
}
