/// Forms of the events of fees and rows derived from them.
@NullMarked
package org.guiju.app.fees.store;

import org.jspecify.annotations.NullMarked;
