/// Pages and API of the meetings.
@NullMarked
package org.guiju.app.meetings.web;

import org.jspecify.annotations.NullMarked;
