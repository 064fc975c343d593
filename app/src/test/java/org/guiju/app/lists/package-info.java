@NullMarked
package org.guiju.app.lists;

import org.jspecify.annotations.NullMarked;
