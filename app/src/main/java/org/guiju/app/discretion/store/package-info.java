/// Rows of standards and of what they computed.
@NullMarked
package org.guiju.app.discretion.store;

import org.jspecify.annotations.NullMarked;
