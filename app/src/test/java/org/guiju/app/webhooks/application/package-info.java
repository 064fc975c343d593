/// Tests of where a message may go, and of who takes it there.
@NullMarked
package org.guiju.app.webhooks.application;

import org.jspecify.annotations.NullMarked;
