package org.guiju.app.clearing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.Stage;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 清理行动.
///
/// @param id such as `2026-01`
/// @param basis the document by which it was ordered
/// @param organs whose powers are cleared
/// @param milestones planned last day of each stage that has one
public record Campaign(
        String id,
        String title,
        CampaignKind kind,
        String basis,
        LocalDate openedOn,
        PersonId openedBy,
        List<OrganId> organs,
        Map<Stage, LocalDate> milestones) {
    public Campaign {
        organs = List.copyOf(organs);
        milestones = Map.copyOf(milestones);
    }
}
