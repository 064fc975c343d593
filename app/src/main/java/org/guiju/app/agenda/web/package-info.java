/// Pages, files and interface of the calendar.
@NullMarked
package org.guiju.app.agenda.web;

import org.jspecify.annotations.NullMarked;
