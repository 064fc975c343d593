/// Pages and API of the register of laws. Never touches the store.
@NullMarked
package org.guiju.app.laws.web;

import org.jspecify.annotations.NullMarked;
