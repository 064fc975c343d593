package org.guiju.kernel.cases;

import java.util.List;

/// 依职权环节的关口.
final class OfficeGates {
    private OfficeGates() {}

    static void scene(StepWork.Scene w, List<Gates.Item> items) {
        var recorded = w.recorded();
        items.add(Gates.item(CaseRule.SCENE_SIGNED_OR_NOTED, recorded != null, null));
        if (recorded != null) {
            recorded.officers()
                    .forEach(p ->
                            items.add(
                                    Gates.item(
                                            CaseRule.INSPECTION_SIGNED,
                                            w.signed().contains(p),
                                            p)));
        }
    }
}
