/// Events and rows of the windows.
@NullMarked
package org.guiju.app.windows.store;

import org.jspecify.annotations.NullMarked;
