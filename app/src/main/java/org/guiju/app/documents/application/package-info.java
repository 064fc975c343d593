/// Which event makes which paper, what stands on it, and its bytes.
@NullMarked
package org.guiju.app.documents.application;

import org.jspecify.annotations.NullMarked;
