/// 三重一大: each command in each stage, and amounts just below, on and above each tier.
@NullMarked
package org.guiju.kernel.matters;

import org.jspecify.annotations.NullMarked;
