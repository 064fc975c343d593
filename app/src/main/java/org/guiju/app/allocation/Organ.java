package org.guiju.app.allocation;

import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;

/// 机关.
public record Organ(OrganId id, Text name, String place, String phone) {}
