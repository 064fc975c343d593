/// Loads, decides, appends: every act of a meeting goes through here.
@NullMarked
package org.guiju.app.meetings.application;

import org.jspecify.annotations.NullMarked;
