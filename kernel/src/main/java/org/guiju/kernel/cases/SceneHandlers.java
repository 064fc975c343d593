package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.StepKind;

/// 现场实施: two or more qualified officers, a record that the person concerned signs or that says why not, a list of what is taken
/// into the office's hands (行政强制法 17, 18, 23, 24).
final class SceneHandlers {
    /// 把他人财物置于机关控制之下的权力.
    private static final Set<PowerKind> TAKES =
            EnumSet.of(PowerKind.COMPULSION, PowerKind.REQUISITION);

    private SceneHandlers() {}

    static final Handler<OfficeCommand.RecordScene> RECORD =
            new Handler<>(
                    OfficeCommand.RecordScene.class,
                    Set.of(StepKind.ON_SITE),
                    Handler.Who.ROLE,
                    false,
                    rules(),
                    a ->
                            List.of(
                                    new OfficeEvent.SceneRecorded(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().officers(),
                                            a.command().presence(),
                                            a.command().witness().strip(),
                                            List.copyOf(a.command().items()),
                                            a.command().record().strip(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a),
                                            a.command().position())));

    static final Handler<OfficeCommand.SignScene> SIGN =
            new Handler<>(
                    OfficeCommand.SignScene.class,
                    Set.of(StepKind.ON_SITE),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.INSPECTION_SIGNED,
                                    a ->
                                            a.work(StepWork.Scene.class)
                                                    .filter(w ->
                                                            w.recorded() != null
                                                                    && w.recorded()
                                                                            .officers()
                                                                            .contains(a.person())
                                                                    && !w.signed()
                                                                            .contains(a.person()))
                                                    .isPresent())),
                    a -> List.of(new OfficeEvent.SceneSigned(a.at().id(), a.person())));

    private static List<Rule<OfficeCommand.RecordScene>> rules() {
        return ConclusionHandlers.and(
                OnSite.rules(OfficeCommand.RecordScene::officers, OfficeCommand.RecordScene::day),
                List.of(
                        rule(
                                CaseRule.INSPECTION_ONCE,
                                a ->
                                        a.work(StepWork.Scene.class)
                                                .filter(w -> w.recorded() == null)
                                                .isPresent()),
                        rule(
                                CaseRule.INSPECTOR_RECORDS,
                                a -> a.command().officers().contains(a.person())),
                        rule(
                                CaseRule.TWO_KEYS_APART,
                                a ->
                                        a.command().officers().stream()
                                                .allMatch(p ->
                                                        ExaminationHandlers.free(
                                                                a, p, Duty.INSPECT))),
                        rule(CaseRule.SCENE_SIGNED_OR_NOTED, SceneHandlers::witnessed),
                        rule(
                                CaseRule.INVENTORY_MADE,
                                a -> !takes(a) || !a.command().items().isEmpty()),
                        rule(CaseRule.NECESSITIES_SPARED, a -> !takes(a) || a.command().spared()),
                        rule(CaseRule.REASONS_GIVEN, a -> !a.command().record().isBlank())));
    }

    private static boolean takes(Asked<?> a) {
        return TAKES.contains(a.definition().kind());
    }

    /// 当事人不到场的，邀请见证人到场.
    private static boolean witnessed(Asked<OfficeCommand.RecordScene> a) {
        return a.command().presence() != OfficeCommand.Presence.ABSENT
                || !a.command().witness().isBlank();
    }
}
