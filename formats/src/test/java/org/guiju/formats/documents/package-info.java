/// Facts about the layout of papers and what stands in them.
@NullMarked
package org.guiju.formats.documents;

import org.jspecify.annotations.NullMarked;
