package org.guiju.kernel.allocation;

import java.time.LocalDate;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.OrganId;

/// 机关追加的职责分离: two duties that the organ keeps apart in every matter of its own from a day on. It only adds to the baseline;
/// nothing takes away from that.
///
/// @param basis the organ's own rule
public record SeparationPolicy(OrganId organ, Duty one, Duty other, String basis, LocalDate from) {
    public boolean meets(Duty x, Duty y) {
        return (one == x && other == y) || (one == y && other == x);
    }
}
