/// 权限说明: who may do what here and why; structure of powers over posts, with its findings.
@NullMarked
package org.guiju.app.authority;

import org.jspecify.annotations.NullMarked;
