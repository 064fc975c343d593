/// Who is asking: accounts, signing in, sessions. What a person may do is the deciders' matter, not this package's.
@NullMarked
package org.guiju.app.platform.security;

import org.jspecify.annotations.NullMarked;
