/// 职权清理: one unit's powers are taken stock of, examined by others, approved and put on the lists; each act by its own person.
@NullMarked
package org.guiju.kernel.clearing;

import org.jspecify.annotations.NullMarked;
