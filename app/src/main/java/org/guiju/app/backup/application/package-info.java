/// Writes a backup beside the running server, reads one, and checks what came of it before anybody is served.
@NullMarked
package org.guiju.app.backup.application;

import org.jspecify.annotations.NullMarked;
