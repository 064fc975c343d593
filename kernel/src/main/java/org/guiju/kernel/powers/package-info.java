/// 确权: what a power is. Its definition is the one text that is checked, published, run, supervised and proved.
@NullMarked
package org.guiju.kernel.powers;

import org.jspecify.annotations.NullMarked;
