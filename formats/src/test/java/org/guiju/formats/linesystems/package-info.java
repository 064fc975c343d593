/// 来件的读取：每一行都有着落。 What other systems deliver: no row is lost without a word.
@NullMarked
package org.guiju.formats.linesystems;

import org.jspecify.annotations.NullMarked;
