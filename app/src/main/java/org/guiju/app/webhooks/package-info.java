/// 事件推送 (Webhook): other systems are told what happened in cases, by signed CloudEvents, at least once.
@NullMarked
package org.guiju.app.webhooks;

import org.jspecify.annotations.NullMarked;
