package org.guiju.app.authority.application;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.guiju.app.allocation.RoleUses;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.allocation.RoleUse;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.stereotype.Component;

/// 角色用途: from the steps of every definition in force; supervision of a power is a use like the others.
@Component
class CatalogueRoles implements RoleUses {
    static final String SUPERVISOR = "supervisor";
    private final Catalogue catalogue;

    CatalogueRoles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<RoleUse> on(LocalDate day) {
        return catalogue.allInForce(day).stream().flatMap(p -> of(p).stream()).toList();
    }

    static List<RoleUse> of(PowerDefinition power) {
        var uses = new LinkedHashSet<RoleUse>();
        var code = power.code().value();
        for (var situation : power.situations()) {
            for (var step : situation.steps()) {
                if (step.kind().duty() != Duty.NONE && !step.role().isEmpty()) {
                    uses.add(new RoleUse(code, step.role(), step.kind().duty()));
                }
            }
        }
        uses.add(new RoleUse(code, SUPERVISOR, Duty.SUPERVISE));
        return List.copyOf(uses);
    }
}
