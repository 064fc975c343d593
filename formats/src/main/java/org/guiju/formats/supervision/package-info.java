/// Other systems' event logs as matters that can be watched, published vectors, and findings as words and files.
@NullMarked
package org.guiju.formats.supervision;

import org.jspecify.annotations.NullMarked;
