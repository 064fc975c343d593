/// Tests of whom another system is told what.
@NullMarked
package org.guiju.kernel.webhooks;

import org.jspecify.annotations.NullMarked;
