/// 清单表: lists as files that offices fill in: out as XLSX with headings, notes and choices, as CSV and JSON; back in with what is odd about each row in words; and the booklet of a unit as PDF.
@NullMarked
package org.guiju.formats.lists;

import org.jspecify.annotations.NullMarked;
