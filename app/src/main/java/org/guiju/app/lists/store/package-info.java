/// Rows of lists: versions, kinds, drafts, receipts, and the texts by their digests.
@NullMarked
package org.guiju.app.lists.store;

import org.jspecify.annotations.NullMarked;
