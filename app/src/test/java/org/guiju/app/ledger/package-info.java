/// The store against a real PostgreSQL.
@NullMarked
package org.guiju.app.ledger;

import org.jspecify.annotations.NullMarked;
