/// Rows of subscriptions to calendars.
@NullMarked
package org.guiju.app.agenda.store;

import org.jspecify.annotations.NullMarked;
