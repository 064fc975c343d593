/// 文书: what a document's number looks like and how an amount is written out; pure rules, no layout.
@NullMarked
package org.guiju.kernel.documents;

import org.jspecify.annotations.NullMarked;
