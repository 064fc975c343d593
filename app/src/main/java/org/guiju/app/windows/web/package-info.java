/// Pages and API of the windows.
@NullMarked
package org.guiju.app.windows.web;

import org.jspecify.annotations.NullMarked;
