/// Pages and API of the archive.
@NullMarked
package org.guiju.app.archive.web;

import org.jspecify.annotations.NullMarked;
