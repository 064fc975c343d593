/// 日历: the published notices of working days that the county counts by.
@NullMarked
package org.guiju.app.calendar;

import org.jspecify.annotations.NullMarked;
