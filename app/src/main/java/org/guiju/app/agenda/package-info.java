/// 日程: hearings, meetings and last days, on one's own calendar.
@NullMarked
package org.guiju.app.agenda;

import org.jspecify.annotations.NullMarked;
