/// 形式审查抽查: what one person examined for form alone is looked at again afterwards, by sample.
@NullMarked
package org.guiju.kernel.samples;

import org.jspecify.annotations.NullMarked;
