/// Fees, their figures just below, on and above.
@NullMarked
package org.guiju.kernel.fees;

import org.jspecify.annotations.NullMarked;
