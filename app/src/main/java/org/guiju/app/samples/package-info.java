/// 形式审查抽查: cases that one person examined for form, drawn each month and looked at again; the root is the row.
@NullMarked
package org.guiju.app.samples;

import org.jspecify.annotations.NullMarked;
