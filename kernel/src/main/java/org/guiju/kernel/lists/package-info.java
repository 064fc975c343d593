/// 清单: the power list, the responsibility list, the negative list and whatever further kind a county adds, as data: columns, rows with stable ids, versions that are never edited, differences in
/// words, and the course from draft to publication.
@NullMarked
package org.guiju.kernel.lists;

import org.jspecify.annotations.NullMarked;
