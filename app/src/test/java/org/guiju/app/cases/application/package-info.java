/// What the desk does beneath pages and API.
@NullMarked
package org.guiju.app.cases.application;

import org.jspecify.annotations.NullMarked;
