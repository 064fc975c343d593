/// Tests of the clearing by API and page.
@NullMarked
package org.guiju.app.clearing;

import org.jspecify.annotations.NullMarked;
