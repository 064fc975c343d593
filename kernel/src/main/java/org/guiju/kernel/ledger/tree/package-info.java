/// The tree over the log and its files: RFC 9162 hashing and proofs, C2SP tlog-tiles. Functions of bytes; who stores them is elsewhere.
@NullMarked
package org.guiju.kernel.ledger.tree;

import org.jspecify.annotations.NullMarked;
