/// Matters by API and page.
@NullMarked
package org.guiju.app.matters;

import org.jspecify.annotations.NullMarked;
