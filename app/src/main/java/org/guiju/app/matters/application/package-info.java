/// Loads, decides, appends: every act on a matter goes through here.
@NullMarked
package org.guiju.app.matters.application;

import org.jspecify.annotations.NullMarked;
