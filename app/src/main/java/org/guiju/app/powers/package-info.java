/// 确权: definitions published and in force, and the inventory of items.
@NullMarked
package org.guiju.app.powers;

import org.jspecify.annotations.NullMarked;
