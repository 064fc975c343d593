/// Rows of papers, and the texts they are drawn from.
@NullMarked
package org.guiju.app.documents.store;

import org.jspecify.annotations.NullMarked;
