/// 制度审查: what a jurist and an inspector would ask of a power's text beyond what keeps it from loading.
@NullMarked
package org.guiju.kernel.lint;

import org.jspecify.annotations.NullMarked;
