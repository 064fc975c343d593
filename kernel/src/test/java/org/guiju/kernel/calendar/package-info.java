/// Facts about working days and limits, and a slow twin that counts day by day.
@NullMarked
package org.guiju.kernel.calendar;

import org.jspecify.annotations.NullMarked;
