/// Forms of the events and rows of the meetings.
@NullMarked
package org.guiju.app.meetings.store;

import org.jspecify.annotations.NullMarked;
