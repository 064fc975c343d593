/// The server on a database that somebody else runs.
@NullMarked
package org.guiju.app.platform.database;

import org.jspecify.annotations.NullMarked;
