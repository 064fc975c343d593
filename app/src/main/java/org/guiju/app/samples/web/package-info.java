/// The page and the interface of the samples.
@NullMarked
package org.guiju.app.samples.web;

import org.jspecify.annotations.NullMarked;
