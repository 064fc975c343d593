/// 职权清理: campaigns, the clearing of each unit from inventory to publication; the root is what other capabilities may know.
@NullMarked
package org.guiju.app.clearing;

import org.jspecify.annotations.NullMarked;
