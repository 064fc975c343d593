/// Sealing and publishing, with faults at every arrow.
@NullMarked
package org.guiju.app.ledger.application;

import org.jspecify.annotations.NullMarked;
