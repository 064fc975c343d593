/// One closed loop for every engine that is measured, ours and others: nothing in here knows Guiju.
@NullMarked
package org.guiju.bench.loop;

import org.jspecify.annotations.NullMarked;
