/// 窗口服务: one receipt for several matters, inquiries, free copies, ratings and conduct; the root is what others may know.
@NullMarked
package org.guiju.app.windows;

import org.jspecify.annotations.NullMarked;
