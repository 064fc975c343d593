/// Numbers volumes, puts packages together, opens and closes hand-overs.
@NullMarked
package org.guiju.app.archive.application;

import org.jspecify.annotations.NullMarked;
