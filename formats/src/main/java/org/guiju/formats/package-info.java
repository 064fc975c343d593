/// What comes in and goes out. Each format turns bytes into typed values of the kernel, or says where and why not.
@NullMarked
package org.guiju.formats;

import org.jspecify.annotations.NullMarked;
