package org.guiju.app.discretion.application;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.app.discretion.Standards;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.springframework.stereotype.Component;

/// 裁量基准缺口 (C10): powers of approval, penalty, levy and compulsion without a standard in force; for a penalty, conduct by
/// conduct.
@Component
public class GapReport {
    static final Set<PowerKind> KINDS =
            EnumSet.of(PowerKind.LICENCE, PowerKind.PENALTY, PowerKind.LEVY, PowerKind.COMPULSION);
    private final Catalogue catalogue;
    private final Standards standards;

    GapReport(Catalogue catalogue, Standards standards) {
        this.catalogue = catalogue;
        this.standards = standards;
    }

    /// One power without a standard, or one conduct of it.
    public record Gap(PowerDefinition power, Optional<Penalty.Violation> conduct) {}

    public List<Gap> on(LocalDate day) {
        return catalogue.allInForce(day).stream()
                .filter(p -> KINDS.contains(p.kind()))
                .flatMap(p -> of(p, day).stream())
                .toList();
    }

    private List<Gap> of(PowerDefinition power, LocalDate day) {
        var bound = standards.ofPower(power.code().value(), day);
        var penalty = power.penalty();
        if (penalty == null) {
            return bound.isEmpty() ? List.of(new Gap(power, Optional.empty())) : List.of();
        }
        return penalty.violations().stream()
                .filter(v ->
                        bound.stream()
                                .noneMatch(e -> e.standard().statute().conduct().equals(v.id())))
                .map(v -> new Gap(power, Optional.of(v)))
                .toList();
    }
}
