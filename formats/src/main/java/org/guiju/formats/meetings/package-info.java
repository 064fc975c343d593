/// 会议类型: the kinds of meeting that come with Guiju, read from their table.
@NullMarked
package org.guiju.formats.meetings;

import org.jspecify.annotations.NullMarked;
