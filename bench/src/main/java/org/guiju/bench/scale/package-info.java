/// 规模测试: a county of a million cases, laid down in bulk as the decider decides them, and what its pages cost then.
@NullMarked
package org.guiju.bench.scale;

import org.jspecify.annotations.NullMarked;
