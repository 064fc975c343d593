/// What an outsider does with a log: check a proof, witness, watch. No server of ours is trusted, and none is needed but to read.
@NullMarked
package org.guiju.tools.ledger;

import org.jspecify.annotations.NullMarked;
