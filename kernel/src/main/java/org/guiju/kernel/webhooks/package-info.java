/// 事件推送订阅: whom another system is told what, decided as a function; and when what was not taken is tried again.
@NullMarked
package org.guiju.kernel.webhooks;

import org.jspecify.annotations.NullMarked;
