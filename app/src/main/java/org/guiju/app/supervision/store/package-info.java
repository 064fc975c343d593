/// The rows of the cards.
@NullMarked
package org.guiju.app.supervision.store;

import org.jspecify.annotations.NullMarked;
