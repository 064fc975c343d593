/// 归档: volumes of ended cases, the package of a case, and what is handed over each quarter; the root is what other capabilities may know.
@NullMarked
package org.guiju.app.archive;

import org.jspecify.annotations.NullMarked;
