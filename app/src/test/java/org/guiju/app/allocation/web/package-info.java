/// The pages of organs and posts, tested on the server as it runs.
@NullMarked
package org.guiju.app.allocation.web;

import org.jspecify.annotations.NullMarked;
