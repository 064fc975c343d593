/// The notices on holidays as they come in and are shipped, and due dates as words and tables anyone can check.
@NullMarked
package org.guiju.formats.calendar;

import org.jspecify.annotations.NullMarked;
