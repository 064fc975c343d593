/// Loading an edition is an act; counting by it is the kernel's.
@NullMarked
package org.guiju.app.calendar.application;

import org.jspecify.annotations.NullMarked;
