/// 配权: organs, posts, officers, deputies, qualifications, as they stand and stood.
@NullMarked
package org.guiju.app.allocation;

import org.jspecify.annotations.NullMarked;
