@NullMarked
package org.guiju.app.mail.application;

import org.jspecify.annotations.NullMarked;
