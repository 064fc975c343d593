/// How case events are stored, and the rows derived from them.
@NullMarked
package org.guiju.app.cases.store;

import org.jspecify.annotations.NullMarked;
