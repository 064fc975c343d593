/// 条线系统与影子办件: cases that another system runs, brought over, read by a remembered mapping, and supervised; the root is what others may know.
@NullMarked
package org.guiju.app.linesystems;

import org.jspecify.annotations.NullMarked;
