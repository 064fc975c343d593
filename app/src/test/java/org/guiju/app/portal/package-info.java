/// The public pages on the running server, asked as a browser without scripts asks.
@NullMarked
package org.guiju.app.portal;

import org.jspecify.annotations.NullMarked;
