/// 会议: meetings of every kind, their resolutions and minutes; the root is what other capabilities may know.
@NullMarked
package org.guiju.app.meetings;

import org.jspecify.annotations.NullMarked;
