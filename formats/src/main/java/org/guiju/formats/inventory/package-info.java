/// 事项清单文件: the list of items of an organ as a file, its headings, its rows, and the sentences about them.
@NullMarked
package org.guiju.formats.inventory;

import org.jspecify.annotations.NullMarked;
