/// 乱输试验: sends a server over HTTP what no honest client sends, and looks at every answer.
@NullMarked
package org.guiju.tools.fuzz;

import org.jspecify.annotations.NullMarked;
