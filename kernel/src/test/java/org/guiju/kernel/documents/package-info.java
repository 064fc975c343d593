/// Facts about numbers and amounts on papers.
@NullMarked
package org.guiju.kernel.documents;

import org.jspecify.annotations.NullMarked;
