/// Charts drawn from the kernel's chart model: nothing here decides what is drawn, only where it stands.
@NullMarked
package org.guiju.formats.chart;

import org.jspecify.annotations.NullMarked;
