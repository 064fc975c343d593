/// 权力调整: what becomes of a power after it was cleared: cancelled, merged, delegated, entrusted, and what follows from it.
@NullMarked
package org.guiju.kernel.adjustments;

import org.jspecify.annotations.NullMarked;
