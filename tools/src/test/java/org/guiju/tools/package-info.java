/// The tools as an outsider meets them: arguments, output, exit status.
@NullMarked
package org.guiju.tools;

import org.jspecify.annotations.NullMarked;
