/// Rows derived from the organs' streams.
@NullMarked
package org.guiju.app.allocation.store;

import org.jspecify.annotations.NullMarked;
