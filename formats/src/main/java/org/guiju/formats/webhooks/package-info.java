/// 事件推送的格式: CloudEvents 1.0 in JSON, and the signature of Standard Webhooks 1.0.0.
@NullMarked
package org.guiju.formats.webhooks;

import org.jspecify.annotations.NullMarked;
