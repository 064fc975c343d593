/// Facts about event logs from outside and the published vectors.
@NullMarked
package org.guiju.formats.supervision;

import org.jspecify.annotations.NullMarked;
