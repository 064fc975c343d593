/// Two languages from one set of keys: which one a reader gets, and what domain text says in it.
@NullMarked
package org.guiju.app.platform.i18n;

import org.jspecify.annotations.NullMarked;
