/// Official time: the one clock that acts are dated by.
@NullMarked
package org.guiju.app.platform.time;

import org.jspecify.annotations.NullMarked;
