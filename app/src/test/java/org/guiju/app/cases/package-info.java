/// Cases carried through the API as officers and applicants would.
@NullMarked
package org.guiju.app.cases;

import org.jspecify.annotations.NullMarked;
