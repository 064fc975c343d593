/// The kinds of meetings that are shipped.
@NullMarked
package org.guiju.formats.meetings;

import org.jspecify.annotations.NullMarked;
