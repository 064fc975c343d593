/// Tests of the clearing's decider.
@NullMarked
package org.guiju.kernel.clearing;

import org.jspecify.annotations.NullMarked;
