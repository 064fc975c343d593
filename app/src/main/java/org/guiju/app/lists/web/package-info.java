/// Pages, feed, downloads and API of the lists. Never touches the store.
@NullMarked
package org.guiju.app.lists.web;

import org.jspecify.annotations.NullMarked;
