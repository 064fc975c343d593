/// 专家评审: the pool, draws that anybody can redo, panels and what they conclude; the root is what other capabilities may know.
@NullMarked
package org.guiju.app.experts;

import org.jspecify.annotations.NullMarked;
