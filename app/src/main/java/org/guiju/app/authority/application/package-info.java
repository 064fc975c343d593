/// Reads definitions, posts and attempts together.
@NullMarked
package org.guiju.app.authority.application;

import org.jspecify.annotations.NullMarked;
