/// 条线系统与影子办件: what another system says of a case that it runs, read by a mapping that is remembered and judged by the published
/// definition of the power. Nothing is refused for what the case did; a breach becomes a finding.
@NullMarked
package org.guiju.kernel.linesystems;

import org.jspecify.annotations.NullMarked;
