/// 邮件通知的登记: where a party says by which address to be told, and the office sees what was sent.
@NullMarked
package org.guiju.app.mail.web;

import org.jspecify.annotations.NullMarked;
