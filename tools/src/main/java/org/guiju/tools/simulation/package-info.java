/// 确定性模拟: officers, faults and virtual time over the real decider with a store, a network and a clock that are simulated; one
/// thread, one seed, one trace.
@NullMarked
package org.guiju.tools.simulation;

import org.jspecify.annotations.NullMarked;
