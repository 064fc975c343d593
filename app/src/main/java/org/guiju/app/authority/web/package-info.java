/// Pages and interface of who may do what.
@NullMarked
package org.guiju.app.authority.web;

import org.jspecify.annotations.NullMarked;
