/// Loads, decides and appends what happens at the windows.
@NullMarked
package org.guiju.app.windows.application;

import org.jspecify.annotations.NullMarked;
