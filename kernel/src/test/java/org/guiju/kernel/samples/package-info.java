/// Samples of form reviews.
@NullMarked
package org.guiju.kernel.samples;

import org.jspecify.annotations.NullMarked;
