/// Facts about cards: when they are lit, what takes them off, and that replay and live agree.
@NullMarked
package org.guiju.kernel.supervision;

import org.jspecify.annotations.NullMarked;
