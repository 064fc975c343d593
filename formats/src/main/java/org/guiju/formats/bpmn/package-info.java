/// BPMN 2.0 with diagram interchange: a flow goes out for other people's modellers, and a flow drawn there comes in as a draft.
@NullMarked
package org.guiju.formats.bpmn;

import org.jspecify.annotations.NullMarked;
