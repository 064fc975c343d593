package org.guiju.app.allocation;

import java.time.LocalDate;
import java.util.Set;
import org.guiju.kernel.allocation.Certificates;
import org.guiju.kernel.allocation.Certificates.Standing;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 执法主体资格: which organ may enforce. An administrative organ of the county or a township has it by law; anybody else, an institution
/// or an enterprise, only by an authorisation on record (行政处罚法 17–19, B25).
@Component
public class Enforcers {
    private static final Set<PowerKind> ENFORCING = Set.of(PowerKind.PENALTY, PowerKind.COMPULSION);
    private static final Set<Organ.Kind> BY_LAW = Set.of(Organ.Kind.BUREAU, Organ.Kind.TOWNSHIP);
    private final Allocation allocation;

    Enforcers(Allocation allocation) {
        this.allocation = allocation;
    }

    /// 授权记录.
    ///
    /// @param basis the law or regulation that authorises
    public record Qualified(
            OrganId organ, String basis, LocalDate from, @Nullable LocalDate until) {}

    /// Whether the organ may hold a power of the kind on the day.
    public boolean mayHold(OrganId organ, PowerKind kind, LocalDate day) {
        return !ENFORCING.contains(kind) || mayEnforce(organ, day);
    }

    /// Whether the organ may enforce on the day; one that nobody has established is not asked here.
    public boolean mayEnforce(OrganId organ, LocalDate day) {
        var found = allocation.organ(organ);
        return found.isEmpty()
                || byLaw(found.get())
                || allocation.enforcement(organ).stream()
                        .map(q -> Certificates.standing(q.from(), q.until(), day))
                        .anyMatch(s -> s != Standing.NOT_YET && s != Standing.LAPSED);
    }

    /// Whether it needs nobody's authorisation.
    public static boolean byLaw(Organ organ) {
        return organ.nature() == Organ.Nature.ADMINISTRATIVE && BY_LAW.contains(organ.kind());
    }
}
