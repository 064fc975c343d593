/// 启动基准: how long until the first page, and how much memory a small county holds.
@NullMarked
package org.guiju.bench.start;

import org.jspecify.annotations.NullMarked;
