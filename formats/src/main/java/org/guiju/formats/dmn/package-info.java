/// 裁量基准的 DMN 形式: a standard as one DMN decision table and back, so that any editor and any engine of that notation reads it.
@NullMarked
package org.guiju.formats.dmn;

import org.jspecify.annotations.NullMarked;
