/// 行政裁量基准: which circumstances lead to which grade, checked over the whole space of facts, and the course by which a
/// standard comes into force.
@NullMarked
package org.guiju.kernel.discretion;

import org.jspecify.annotations.NullMarked;
