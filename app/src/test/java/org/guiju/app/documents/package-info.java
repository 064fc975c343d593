/// Facts about papers whose events are written by the test.
@NullMarked
package org.guiju.app.documents;

import org.jspecify.annotations.NullMarked;
