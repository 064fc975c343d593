/// 行权: cases as they run; the root is what other capabilities may know of them.
@NullMarked
package org.guiju.app.cases;

import org.jspecify.annotations.NullMarked;
