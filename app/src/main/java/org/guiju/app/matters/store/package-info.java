/// Forms of the events of matters and rows derived from them.
@NullMarked
package org.guiju.app.matters.store;

import org.jspecify.annotations.NullMarked;
