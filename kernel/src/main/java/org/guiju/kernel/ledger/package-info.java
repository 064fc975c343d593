/// The entry form of the ledger: the exact bytes that are stored, hashed and shown, and what may be left out of sight.
@NullMarked
package org.guiju.kernel.ledger;

import org.jspecify.annotations.NullMarked;
