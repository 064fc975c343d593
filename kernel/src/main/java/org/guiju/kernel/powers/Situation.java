package org.guiju.kernel.powers;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 办理情形: one way in which a power is used (筹建, 最终审核, 变更, 注销): its own materials, clocks and flow.
///
/// @param conditions ids of the power's conditions that apply here
/// @param regime 法定程序 or 工作程序 (A53–A55); null only in texts published before it had to be said
/// @param notApplicable nodes that the flow does not have, with the reason (A52)
/// @param formOnly article id that lets one person review the form alone (D9, D10, X29); null otherwise
/// @param results names of the documents that a grant hands out
/// @param expertReview 应进行专家评审: no decision without an expert conclusion (C33)
/// @param formerLinks the flow before its reengineering (A60); empty where nothing was said of it
public record Situation(
        String id,
        Text name,
        String itemCode,
        Text serves,
        List<String> channels,
        List<String> conditions,
        List<Field> fields,
        List<Material> materials,
        Limits limits,
        @Nullable FlowRegime regime,
        List<FlowNode.NotApplicable> notApplicable,
        List<Step> steps,
        @Nullable String formOnly,
        List<String> results,
        List<FormerLink> formerLinks,
        boolean expertReview) {
    public Situation {
        channels = List.copyOf(channels);
        conditions = List.copyOf(conditions);
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
        notApplicable = List.copyOf(notApplicable);
        steps = List.copyOf(steps);
        results = List.copyOf(results);
        formerLinks = List.copyOf(formerLinks);
    }

    public Step first() {
        return steps.getFirst();
    }

    /// 依申请; otherwise the office begins of its own accord (依职权).
    public boolean onApplication() {
        return steps.isEmpty() || first().kind() == StepKind.ACCEPTANCE;
    }

    /// 跑动次数: how often an applicant has to come (A55). None where one may apply online: receipts, notices and results go
    /// out by message and by post; once where one must come to apply. What the office goes out for is no visit of his. Nothing to
    /// state, so nothing to embellish.
    public int visits() {
        return !onApplication() || channels.contains(Channel.ONLINE.code()) ? 0 : 1;
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Material> material(String id) {
        return materials.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    public Optional<Field> field(String id) {
        return fields.stream().filter(f -> f.id().equals(id)).findFirst();
    }
}
