/// Loads, decides, appends; no rule of law in here.
@NullMarked
package org.guiju.app.cases.application;

import org.jspecify.annotations.NullMarked;
