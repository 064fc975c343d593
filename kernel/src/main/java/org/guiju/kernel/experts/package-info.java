/// 专家评审: the pool of experts, the draw that anybody can redo (RFC 3797), the panel and what its entries conclude.
@NullMarked
package org.guiju.kernel.experts;

import org.jspecify.annotations.NullMarked;
