/// Rows and forms of the samples.
@NullMarked
package org.guiju.app.samples.store;

import org.jspecify.annotations.NullMarked;
