/// 三员管理: the three administrators, the accounts they look after, the second factor.
@NullMarked
package org.guiju.app.administration;

import org.jspecify.annotations.NullMarked;
