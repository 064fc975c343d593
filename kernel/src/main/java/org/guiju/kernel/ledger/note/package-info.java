/// What is said about the tree and who vouches for it: C2SP signed notes, checkpoints, cosignatures, policies, proofs, witnessing.
@NullMarked
package org.guiju.kernel.ledger.note;

import org.jspecify.annotations.NullMarked;
