package org.guiju.app.allocation;

import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;

/// 公务人员: name and post as the organ publishes them.
public record Officer(PersonId person, OrganId organ, String name, Text post) {}
