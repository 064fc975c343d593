/// The page of one's own count, its sheets and its part of the API.
@NullMarked
package org.guiju.app.performance.web;

import org.jspecify.annotations.NullMarked;
