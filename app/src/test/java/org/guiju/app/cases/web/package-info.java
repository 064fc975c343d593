/// The officers' desk, looked at as a browser does.
@NullMarked
package org.guiju.app.cases.web;

import org.jspecify.annotations.NullMarked;
