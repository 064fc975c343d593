package org.guiju.kernel.allocation;

import org.guiju.kernel.powers.Duty;

/// 角色用途: in the institution of the power the role does this; read from the definitions in force.
///
/// @param power code of the power
public record RoleUse(String power, String role, Duty duty) {}
