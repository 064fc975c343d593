package org.guiju.kernel.cases;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;

/// 依职权环节工作的推进: who did what by such an event, and what becomes of the step's work.
final class OfficeWork {
    private OfficeWork() {}

    /// The duty that each person took on.
    static Map<PersonId, Duty> doers(OfficeEvent event) {
        return switch (event) {
            case OfficeEvent.MatterBegun e -> Map.of(e.by(), Duty.FILE);
            case OfficeEvent.ApprovalGiven e -> Map.of(e.by(), Duty.DECIDE);
            case OfficeEvent.SceneRecorded e ->
                    e.officers().stream()
                            .collect(Collectors.toUnmodifiableMap(p -> p, _ -> Duty.INSPECT));
            case OfficeEvent.SceneSigned e -> Map.of(e.by(), Duty.INSPECT);
            case OfficeEvent.MediationFailed e -> Map.of(e.by(), Duty.REVIEW);
            case OfficeEvent.Settled e -> Map.of(e.by(), Duty.REVIEW);
            case OfficeEvent.Ruled e -> Map.of(e.by(), Duty.DECIDE);
            case OfficeEvent.Executed e -> Map.of(e.by(), Duty.COLLECT);
        };
    }

    /// Why it was entered late; empty where it was not, or cannot be.
    static String late(OfficeEvent event) {
        return switch (event) {
            case OfficeEvent.SceneRecorded e -> e.lateReason();
            case OfficeEvent.MediationFailed e -> e.lateReason();
            case OfficeEvent.Settled e -> e.lateReason();
            case OfficeEvent.Executed e -> e.lateReason();
            default -> "";
        };
    }

    /// The day on which the matter was taken up; empty where the event is another.
    static Optional<java.time.LocalDate> begun(OfficeEvent event) {
        return event instanceof OfficeEvent.MatterBegun e && e.begun()
                ? Optional.of(e.on())
                : Optional.empty();
    }

    /// What becomes of the work of the step in which the event happened.
    static StepWork after(StepWork work, OfficeEvent event) {
        return switch (event) {
            case OfficeEvent.MatterBegun e -> single(e.begun() ? "begun" : "not-begun");
            case OfficeEvent.ApprovalGiven e -> single(e.approves() ? "approved" : "declined");
            case OfficeEvent.SceneRecorded e -> new StepWork.Scene(e, Set.of(e.by()));
            case OfficeEvent.SceneSigned e -> signed(work, e);
            case OfficeEvent.MediationFailed _ -> single("failed");
            case OfficeEvent.Settled e -> single(e.outcome());
            case OfficeEvent.Ruled e -> single(e.outcome());
            case OfficeEvent.Executed e -> single(e.done() ? "done" : "defied");
        };
    }

    private static StepWork signed(StepWork work, OfficeEvent.SceneSigned e) {
        if (!(work instanceof StepWork.Scene scene) || scene.recorded() == null) {
            throw new CorruptHistory("no record of the scene", e);
        }
        var signed = new LinkedHashSet<>(scene.signed());
        signed.add(e.by());
        return new StepWork.Scene(scene.recorded(), signed);
    }

    private static StepWork single(String outcome) {
        return new StepWork.Single(outcome);
    }
}
