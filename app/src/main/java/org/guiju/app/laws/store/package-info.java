/// Rows of laws and articles.
@NullMarked
package org.guiju.app.laws.store;

import org.jspecify.annotations.NullMarked;
