/// Rows that the public lists are read from.
@NullMarked
package org.guiju.app.portal.store;

import org.jspecify.annotations.NullMarked;
