/// Every state a draft ever had; rows are added, never changed.
@NullMarked
package org.guiju.app.editor.store;

import org.jspecify.annotations.NullMarked;
