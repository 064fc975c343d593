/// 三员分立: the system, the security and the audit administrator, exclusive by person; what they ask and confirm.
@NullMarked
package org.guiju.kernel.administration;

import org.jspecify.annotations.NullMarked;
