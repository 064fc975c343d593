/// Tests of iCalendar (RFC 5545).
@NullMarked
package org.guiju.formats.agenda;

import org.jspecify.annotations.NullMarked;
