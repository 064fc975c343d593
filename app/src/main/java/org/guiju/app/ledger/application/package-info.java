/// Sequencing, asking once, and rebuilding what is derived.
@NullMarked
package org.guiju.app.ledger.application;

import org.jspecify.annotations.NullMarked;
