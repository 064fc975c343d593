/// Loads a standard, decides, appends; the engine that computes and analyses its table.
@NullMarked
package org.guiju.app.discretion.application;

import org.jspecify.annotations.NullMarked;
