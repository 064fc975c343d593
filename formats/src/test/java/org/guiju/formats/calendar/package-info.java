/// Facts about calendar files, the shipped notices and the sheet of limits.
@NullMarked
package org.guiju.formats.calendar;

import org.jspecify.annotations.NullMarked;
