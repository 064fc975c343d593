/// Planted offenders: each breaks one rule that a guard must catch.
@NullMarked
package org.guiju.app.canary;

import org.jspecify.annotations.NullMarked;
