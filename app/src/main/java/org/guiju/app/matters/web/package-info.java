/// Pages and API of matters, and what the public sees of major decisions.
@NullMarked
package org.guiju.app.matters.web;

import org.jspecify.annotations.NullMarked;
