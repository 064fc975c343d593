/// 备份与恢复: everything a county unit holds in one file, and back; the root says what is in it and why one is refused.
@NullMarked
package org.guiju.app.backup;

import org.jspecify.annotations.NullMarked;
