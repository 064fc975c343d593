/// 应急凭证: the pre-numbered slips with which an office goes on while the system cannot give out numbers, and how each is
/// accounted for afterwards.
@NullMarked
package org.guiju.kernel.vouchers;

import org.jspecify.annotations.NullMarked;
