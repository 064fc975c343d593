/// 电子监察: what is late and what is about to be, as a function of events, calendar and the moment of asking.
@NullMarked
package org.guiju.kernel.supervision;

import org.jspecify.annotations.NullMarked;
