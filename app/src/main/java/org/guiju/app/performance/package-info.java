/// 个人办件统计: what an officer has done himself, how it kept its time, and what was said of it; for his own eyes.
@NullMarked
package org.guiju.app.performance;

import org.jspecify.annotations.NullMarked;
