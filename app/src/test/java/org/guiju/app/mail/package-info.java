@NullMarked
package org.guiju.app.mail;

import org.jspecify.annotations.NullMarked;
