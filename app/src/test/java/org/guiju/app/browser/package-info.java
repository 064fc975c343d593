/// 浏览器测试: the pages as people meet them, in a real Chromium.
@NullMarked
package org.guiju.app.browser;

import org.jspecify.annotations.NullMarked;
