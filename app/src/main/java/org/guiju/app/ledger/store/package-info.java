/// SQL and keys behind the event store.
@NullMarked
package org.guiju.app.ledger.store;

import org.jspecify.annotations.NullMarked;
