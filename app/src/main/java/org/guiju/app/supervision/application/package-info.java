/// Judges cases as they move and as time passes; who may see what.
@NullMarked
package org.guiju.app.supervision.application;

import org.jspecify.annotations.NullMarked;
