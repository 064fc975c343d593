@NullMarked
package org.guiju.app.meetings;

import org.jspecify.annotations.NullMarked;
