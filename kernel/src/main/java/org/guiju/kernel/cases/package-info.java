/// 行权: one use of a power, from application to archive. Commands and rules belong to kinds of steps; no power is named.
@NullMarked
package org.guiju.kernel.cases;

import org.jspecify.annotations.NullMarked;
