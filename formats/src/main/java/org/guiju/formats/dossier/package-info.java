/// 电子案卷: the dossier of a case as one package that verifies itself wherever it lies, without the server that made it.
@NullMarked
package org.guiju.formats.dossier;

import org.jspecify.annotations.NullMarked;
