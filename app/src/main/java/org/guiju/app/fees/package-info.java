/// 收费: fees of cases by the standard of the power, and the books of what is owed and paid; the root is what others may know.
@NullMarked
package org.guiju.app.fees;

import org.jspecify.annotations.NullMarked;
