/// 乱输: what comes wrong from outside, asked of the whole server. The name comes last in the alphabet on purpose: what is accepted of it
/// is really done, and the tests that share this server are over by then.
@NullMarked
package org.guiju.app.wrong;

import org.jspecify.annotations.NullMarked;
