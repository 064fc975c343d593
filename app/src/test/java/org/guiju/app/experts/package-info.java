/// Tests of pool, draws and opinions through API and page.
@NullMarked
package org.guiju.app.experts;

import org.jspecify.annotations.NullMarked;
