/// 许可证: the licence as a thing of its own, from its issue to its end, across the cases that change, renew or cancel it.
@NullMarked
package org.guiju.kernel.licences;

import org.jspecify.annotations.NullMarked;
