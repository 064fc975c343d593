/// Pages and API of the catalogue. Never touches the store.
@NullMarked
package org.guiju.app.powers.web;

import org.jspecify.annotations.NullMarked;
