/// Pages, files and interface of supervision.
@NullMarked
package org.guiju.app.supervision.web;

import org.jspecify.annotations.NullMarked;
