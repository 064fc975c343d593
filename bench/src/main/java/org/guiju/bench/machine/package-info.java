/// 测量环境: the machine, the database behind a data directory, a server of its own process, and a client that speaks to it.
@NullMarked
package org.guiju.bench.machine;

import org.jspecify.annotations.NullMarked;
