package org.guiju.kernel.powers;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 办理情形: one way in which a power is used (筹建, 最终审核, 变更, 注销): its own materials, clocks and flow.
///
/// @param conditions ids of the power's conditions that apply here
/// @param formOnly article id that lets one person review the form alone (D9, D10, X29); null otherwise
/// @param results names of the documents that a grant hands out
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
        List<Step> steps,
        @Nullable String formOnly,
        List<String> results) {
    public Situation {
        channels = List.copyOf(channels);
        conditions = List.copyOf(conditions);
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        results = List.copyOf(results);
    }

    public Step first() {
        return steps.getFirst();
    }

    /// 依申请; otherwise the office begins of its own accord (依职权).
    public boolean onApplication() {
        return steps.isEmpty() || first().kind() == StepKind.ACCEPTANCE;
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
