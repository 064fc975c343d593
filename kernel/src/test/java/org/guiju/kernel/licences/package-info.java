/// Tests of licences.
@NullMarked
package org.guiju.kernel.licences;

import org.jspecify.annotations.NullMarked;
