/// 推送的页面和接口, for the system administrator; the other two read.
@NullMarked
package org.guiju.app.webhooks.web;

import org.jspecify.annotations.NullMarked;
