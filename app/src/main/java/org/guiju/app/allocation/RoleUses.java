package org.guiju.app.allocation;

import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.allocation.RoleUse;

/// 角色用途查询: what roles do in the institutions in force; whoever keeps the catalogue answers.
public interface RoleUses {
    List<RoleUse> on(LocalDate day);
}
