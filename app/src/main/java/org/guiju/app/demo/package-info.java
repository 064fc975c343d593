/// 示例县: the invented county 青岚县, made through the same doors as a real one. Every name in here is made up.
@NullMarked
package org.guiju.app.demo;

import org.jspecify.annotations.NullMarked;
