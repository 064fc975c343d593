/// 电子监察: the cards of the county's cases, made from their events as they happen and as time passes.
@NullMarked
package org.guiju.app.supervision;

import org.jspecify.annotations.NullMarked;
