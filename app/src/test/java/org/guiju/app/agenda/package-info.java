/// Tests of the calendar's reckoning.
@NullMarked
package org.guiju.app.agenda;

import org.jspecify.annotations.NullMarked;
