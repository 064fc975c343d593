/// Tables and sequences as PostgreSQL's own catalogue knows them, out and in by COPY.
@NullMarked
package org.guiju.app.backup.store;

import org.jspecify.annotations.NullMarked;
