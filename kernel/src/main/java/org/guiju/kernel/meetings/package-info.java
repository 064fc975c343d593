/// 会议: one engine for every collective decision, with its kinds as data, from the notice to the signed minutes.
@NullMarked
package org.guiju.kernel.meetings;

import org.jspecify.annotations.NullMarked;
