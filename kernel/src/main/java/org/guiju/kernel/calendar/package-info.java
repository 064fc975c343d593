/// Working days and time limits: a due date is a pure function of the event day, the limit, the pauses and the notices.
@NullMarked
package org.guiju.kernel.calendar;

import org.jspecify.annotations.NullMarked;
