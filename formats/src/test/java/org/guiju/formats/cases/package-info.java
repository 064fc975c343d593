/// Definitions as texts, run by the decider.
@NullMarked
package org.guiju.formats.cases;

import org.jspecify.annotations.NullMarked;
