/// The decider told as given, when, then.
@NullMarked
package org.guiju.kernel.cases;

import org.jspecify.annotations.NullMarked;
