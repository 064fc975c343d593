/// 抽选的输入与输出: a list of names in, a draw as text or JSON out; one reading and one writing for command line, page and API.
@NullMarked
package org.guiju.formats.draw;

import org.jspecify.annotations.NullMarked;
