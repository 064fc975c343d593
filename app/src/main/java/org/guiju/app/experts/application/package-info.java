/// Loads, decides, appends.
@NullMarked
package org.guiju.app.experts.application;

import org.jspecify.annotations.NullMarked;
