/// A planted offender.
@NullMarked
package org.guiju.app.canary.web;

import org.jspecify.annotations.NullMarked;
