/// Appointing and recording absence; the roster for the decider.
@NullMarked
package org.guiju.app.allocation.application;

import org.jspecify.annotations.NullMarked;
