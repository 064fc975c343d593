/// The server: it loads, asks the kernel, appends and shows. No rule of law lives here.
@NullMarked
package org.guiju.app;

import org.jspecify.annotations.NullMarked;
