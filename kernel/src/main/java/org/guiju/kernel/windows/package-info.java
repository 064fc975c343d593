/// 窗口服务: what a window owes whoever comes: one receipt for several matters, one person who answers for an inquiry, free copies, a rating, norms of conduct.
@NullMarked
package org.guiju.kernel.windows;

import org.jspecify.annotations.NullMarked;
