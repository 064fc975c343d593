/// 痕迹: stores what happened as ledger entries and gives every entry its place. Knows bytes and streams, no business.
@NullMarked
package org.guiju.app.ledger;

import org.jspecify.annotations.NullMarked;
