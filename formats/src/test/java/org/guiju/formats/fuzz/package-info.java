/// 模糊测试：每个读入外来文件的类都有一个目标，Jazzer 不断地试。 Every parser of what comes from outside, and the bytes that it must survive.
@NullMarked
package org.guiju.formats.fuzz;

import org.jspecify.annotations.NullMarked;
