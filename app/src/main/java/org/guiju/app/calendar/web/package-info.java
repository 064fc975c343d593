/// Pages of this capability; never touches the store.
@NullMarked
package org.guiju.app.calendar.web;

import org.jspecify.annotations.NullMarked;
