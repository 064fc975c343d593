/// Rows of receivers and deliveries.
@NullMarked
package org.guiju.app.webhooks.store;

import org.jspecify.annotations.NullMarked;
