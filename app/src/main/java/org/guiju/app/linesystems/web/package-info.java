/// Pages and API of line systems. Never touches the store.
@NullMarked
package org.guiju.app.linesystems.web;

import org.jspecify.annotations.NullMarked;
