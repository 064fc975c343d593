/// Rows derived from the powers' streams, and the texts by digest.
@NullMarked
package org.guiju.app.powers.store;

import org.jspecify.annotations.NullMarked;
