/// The numbers behind the documents.
@NullMarked
package org.guiju.bench;

import org.jspecify.annotations.NullMarked;
