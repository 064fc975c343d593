/// Rows derived from the calendar's stream.
@NullMarked
package org.guiju.app.calendar.store;

import org.jspecify.annotations.NullMarked;
