/// 门户: the public pages: what power there is, how it runs, what came of it, and applying for it.
@NullMarked
package org.guiju.app.portal;

import org.jspecify.annotations.NullMarked;
