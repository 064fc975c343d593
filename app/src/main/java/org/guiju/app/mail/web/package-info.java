@NullMarked
package org.guiju.app.mail.web;

import org.jspecify.annotations.NullMarked;
