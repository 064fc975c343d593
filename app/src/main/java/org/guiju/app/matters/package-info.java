/// 三重一大与内部事项: matters of the organ itself; the root is what other capabilities may know.
@NullMarked
package org.guiju.app.matters;

import org.jspecify.annotations.NullMarked;
