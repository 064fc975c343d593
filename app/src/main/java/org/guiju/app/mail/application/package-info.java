/// 邮件的投递: the outbox is emptied, one number a message, again after a failure.
@NullMarked
package org.guiju.app.mail.application;

import org.jspecify.annotations.NullMarked;
