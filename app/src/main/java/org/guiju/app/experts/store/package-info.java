/// Forms of the events and rows of the draws.
@NullMarked
package org.guiju.app.experts.store;

import org.jspecify.annotations.NullMarked;
