/// What stands on whose calendar.
@NullMarked
package org.guiju.app.agenda.application;

import org.jspecify.annotations.NullMarked;
