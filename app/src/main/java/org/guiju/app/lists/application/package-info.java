/// Loads, decides and appends what happens to lists and booklets.
@NullMarked
package org.guiju.app.lists.application;

import org.jspecify.annotations.NullMarked;
