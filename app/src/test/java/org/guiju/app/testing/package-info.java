/// What tests of the running server share: one server, one database, a clock that the test sets.
@NullMarked
package org.guiju.app.testing;

import org.jspecify.annotations.NullMarked;
