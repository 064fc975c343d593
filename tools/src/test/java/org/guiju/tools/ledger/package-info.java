/// Facts about the outsider's tools: what they prove, what they refuse, which lies they find.
@NullMarked
package org.guiju.tools.ledger;

import org.jspecify.annotations.NullMarked;
