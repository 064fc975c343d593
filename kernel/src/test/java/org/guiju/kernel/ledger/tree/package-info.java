/// Facts about the tree and its files: published vectors, a slow twin, boundaries, lies.
@NullMarked
package org.guiju.kernel.ledger.tree;

import org.jspecify.annotations.NullMarked;
