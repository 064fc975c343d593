/// Pages and interface of the administration and of one's own account.
@NullMarked
package org.guiju.app.administration.web;

import org.jspecify.annotations.NullMarked;
