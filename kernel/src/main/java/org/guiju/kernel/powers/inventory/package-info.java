/// 事项库存: items taken over from an existing list. Public and searchable, not in force, not startable: a power runs
/// only from a definition.
@NullMarked
package org.guiju.kernel.powers.inventory;

import org.jspecify.annotations.NullMarked;
