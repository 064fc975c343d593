/// Words without a business of their own: what an act may answer, where a rule comes from, figures with dates.
@NullMarked
package org.guiju.kernel.shared;

import org.jspecify.annotations.NullMarked;
