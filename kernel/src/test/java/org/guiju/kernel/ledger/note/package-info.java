/// Facts about the signed texts around the tree: published vectors, a slow twin, boundaries, lies.
@NullMarked
package org.guiju.kernel.ledger.note;

import org.jspecify.annotations.NullMarked;
