/// Public pages, without a script.
@NullMarked
package org.guiju.app.portal.web;

import org.jspecify.annotations.NullMarked;
