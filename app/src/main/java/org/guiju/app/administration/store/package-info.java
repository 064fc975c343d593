/// Second factors and recovery codes as rows.
@NullMarked
package org.guiju.app.administration.store;

import org.jspecify.annotations.NullMarked;
