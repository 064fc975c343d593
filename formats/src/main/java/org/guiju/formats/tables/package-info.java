/// 表格: CSV and XLSX in and out, bounded, with a sentence for every file that cannot be read.
@NullMarked
package org.guiju.formats.tables;

import org.jspecify.annotations.NullMarked;
