/// 规模测试的测试.
@NullMarked
package org.guiju.bench.scale;

import org.jspecify.annotations.NullMarked;
