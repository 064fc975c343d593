/// Forms of the events and rows of the campaigns.
@NullMarked
package org.guiju.app.clearing.store;

import org.jspecify.annotations.NullMarked;
