/// Loads, decides, appends: every act on a fee goes through here.
@NullMarked
package org.guiju.app.fees.application;

import org.jspecify.annotations.NullMarked;
