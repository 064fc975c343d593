/// Forms of the events of line systems and rows derived from them.
@NullMarked
package org.guiju.app.linesystems.store;

import org.jspecify.annotations.NullMarked;
