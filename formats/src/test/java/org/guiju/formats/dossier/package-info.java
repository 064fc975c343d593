/// The package of a case, and what its own check finds in it.
@NullMarked
package org.guiju.formats.dossier;

import org.jspecify.annotations.NullMarked;
