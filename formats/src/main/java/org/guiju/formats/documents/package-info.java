/// 文书: from a template and the facts of a case to a paper in the official layout, line by line, as PDF with its fonts inside.
@NullMarked
package org.guiju.formats.documents;

import org.jspecify.annotations.NullMarked;
