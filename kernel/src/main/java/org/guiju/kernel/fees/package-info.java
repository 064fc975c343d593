/// 收费: what a case owes by its power's fee standard, what the non-tax receipt system says was paid, and what is left.
@NullMarked
package org.guiju.kernel.fees;

import org.jspecify.annotations.NullMarked;
