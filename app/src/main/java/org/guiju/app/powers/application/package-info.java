/// Publishes definitions; answers which version was in force on which day.
@NullMarked
package org.guiju.app.powers.application;

import org.jspecify.annotations.NullMarked;
