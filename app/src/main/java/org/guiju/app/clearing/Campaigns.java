package org.guiju.app.clearing;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;

/// 清理行动查询.
public interface Campaigns {
    /// All of them, the newest first.
    List<Campaign> all();

    Optional<Campaign> campaign(String id);

    /// One unit's clearing as it stands; empty where the campaign does not name the organ.
    Optional<ClearingFile> file(String campaign, OrganId organ);
}
