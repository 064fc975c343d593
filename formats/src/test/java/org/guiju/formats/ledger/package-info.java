/// Facts about receipts, codes on paper, key files and the domestic algorithms.
@NullMarked
package org.guiju.formats.ledger;

import org.jspecify.annotations.NullMarked;
