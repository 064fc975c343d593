/// 条线系统的来件文件与报送要素: what another system sends, as rows; what Guiju reports, held against the list of elements.
@NullMarked
package org.guiju.formats.linesystems;

import org.jspecify.annotations.NullMarked;
