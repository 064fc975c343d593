/// Deaths of the whole application, as a machine brings them.
@NullMarked
package org.guiju.app.faults;

import org.jspecify.annotations.NullMarked;
