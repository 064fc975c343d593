/// Pages and API.
@NullMarked
package org.guiju.app.experts.web;

import org.jspecify.annotations.NullMarked;
