/// 清单: the lists of every organ with their versions, drafts, examination, booklets and receipts. Others publish a version by [Lists].
@NullMarked
package org.guiju.app.lists;

import org.jspecify.annotations.NullMarked;
