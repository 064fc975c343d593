/// 邮件通知: tells the applicant by mail that something has come of his case; the mail says which case and where to look, nothing else.
@NullMarked
package org.guiju.app.mail;

import org.jspecify.annotations.NullMarked;
