/// Registers, takes deliveries in, remembers mappings, reports elements.
@NullMarked
package org.guiju.app.linesystems.application;

import org.jspecify.annotations.NullMarked;
