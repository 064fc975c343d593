/// What leaves the house as proof: receipts that verify themselves, the code on a paper, keys in files, and the domestic algorithms.
@NullMarked
package org.guiju.formats.ledger;

import org.jspecify.annotations.NullMarked;
