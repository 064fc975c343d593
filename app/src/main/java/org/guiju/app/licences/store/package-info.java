/// Forms of the events of licences and rows derived from them.
@NullMarked
package org.guiju.app.licences.store;

import org.jspecify.annotations.NullMarked;
