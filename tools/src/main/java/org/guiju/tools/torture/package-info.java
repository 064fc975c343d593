/// 断电试验: kills a whole server under load, again and again, and counts what became of every act that it had confirmed.
@NullMarked
package org.guiju.tools.torture;

import org.jspecify.annotations.NullMarked;
