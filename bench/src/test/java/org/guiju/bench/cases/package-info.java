/// The measurements' own arithmetic.
@NullMarked
package org.guiju.bench.cases;

import org.jspecify.annotations.NullMarked;
