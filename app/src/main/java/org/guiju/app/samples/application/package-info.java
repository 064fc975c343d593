/// Draws the samples when a month is over, and records what was found.
@NullMarked
package org.guiju.app.samples.application;

import org.jspecify.annotations.NullMarked;
