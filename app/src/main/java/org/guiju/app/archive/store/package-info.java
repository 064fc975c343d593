/// Forms and rows of the archive.
@NullMarked
package org.guiju.app.archive.store;

import org.jspecify.annotations.NullMarked;
