/// Pages of this capability; never touches the store.
@NullMarked
package org.guiju.app.allocation.web;

import org.jspecify.annotations.NullMarked;
