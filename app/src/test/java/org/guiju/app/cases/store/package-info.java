/// The stored forms of case events.
@NullMarked
package org.guiju.app.cases.store;

import org.jspecify.annotations.NullMarked;
