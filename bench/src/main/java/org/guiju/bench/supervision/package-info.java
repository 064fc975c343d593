/// 监察基准: what judging costs, live and by replay.
@NullMarked
package org.guiju.bench.supervision;

import org.jspecify.annotations.NullMarked;
