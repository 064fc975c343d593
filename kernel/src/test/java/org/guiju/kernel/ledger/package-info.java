/// Facts about the entry form: published vectors, the worked example, boundaries, and every one-byte lie.
@NullMarked
package org.guiju.kernel.ledger;

import org.jspecify.annotations.NullMarked;
