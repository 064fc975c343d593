@NullMarked
package org.guiju.kernel.meetings;

import org.jspecify.annotations.NullMarked;
