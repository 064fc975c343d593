/// How fast what happened is sealed, and how fast it is checked again.
@NullMarked
package org.guiju.bench.ledger;

import org.jspecify.annotations.NullMarked;
