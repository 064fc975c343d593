/// Decides and appends what the three ask for.
@NullMarked
package org.guiju.app.administration.application;

import org.jspecify.annotations.NullMarked;
