/// Pages and API of the clearing.
@NullMarked
package org.guiju.app.clearing.web;

import org.jspecify.annotations.NullMarked;
