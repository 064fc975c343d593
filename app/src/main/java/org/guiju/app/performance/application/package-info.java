/// Counting one's own steps, cards and ratings.
@NullMarked
package org.guiju.app.performance.application;

import org.jspecify.annotations.NullMarked;
