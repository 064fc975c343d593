/// The log's files for anybody, and the pages that say what is proved.
@NullMarked
package org.guiju.app.ledger.web;

import org.jspecify.annotations.NullMarked;
