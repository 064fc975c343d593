/// 配权: who holds which post on which day; organs, roles, deputies, qualifications, recusal.
@NullMarked
package org.guiju.kernel.allocation;

import org.jspecify.annotations.NullMarked;
