/// 许可证: the register of licences, issued, changed, renewed and ended by cases; the root is what others may know.
@NullMarked
package org.guiju.app.licences;

import org.jspecify.annotations.NullMarked;
