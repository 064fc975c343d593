/// Loads, decides and appends acts of a clearing; what it publishes.
@NullMarked
package org.guiju.app.clearing.application;

import org.jspecify.annotations.NullMarked;
