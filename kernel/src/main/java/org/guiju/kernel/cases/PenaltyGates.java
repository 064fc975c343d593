package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Gates.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 处罚环节的关口: what the steps of a penalty case still ask for.
final class PenaltyGates {
    private PenaltyGates() {}

    static void investigation(StepWork.Investigation w, List<Gates.Item> items) {
        items.add(item(CaseRule.EVIDENCE_FIRST, !w.evidence().isEmpty(), null));
        items.add(item(CaseRule.REASONS_GIVEN, w.report() != null, null));
        w.due().forEach(p -> items.add(item(CaseRule.REPORT_SIGNED, w.signed().contains(p), p)));
    }

    static void decision(@Nullable String boundTo, CaseState state, List<Gates.Item> items) {
        var file = state.penalty();
        items.add(item(CaseRule.RIGHTS_TOLD, file.told() != null || file.onTable() == null, null));
        items.add(item(CaseRule.LEGAL_REVIEW_PASSED, file.reviewed(), null));
        if (boundTo != null) {
            items.add(item(CaseRule.RESOLUTION_FIRST, state.resolution(boundTo).isPresent(), null));
        }
        items.add(item(CaseRule.REASONS_GIVEN, false, null));
    }

    static void dues(StepWork.Dues w, CaseState state, List<Gates.Item> items) {
        items.add(item(CaseRule.FINE_OWED, w.settled(), null));
        switch (w.kind()) {
            case DEMAND -> items.add(item(CaseRule.DEMANDED_ONCE, w.demanded() != null, null));
            case COURT_ENFORCEMENT ->
                    items.add(
                            item(
                                    CaseRule.COURT_ASKED_FIRST,
                                    state.penalty().dues().court() != null,
                                    null));
            default -> {}
        }
    }
}
