/// Pages and API of the standards. Never touches the store.
@NullMarked
package org.guiju.app.discretion.web;

import org.jspecify.annotations.NullMarked;
