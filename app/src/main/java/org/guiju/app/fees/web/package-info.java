/// Pages and API of fees. Never touches the store.
@NullMarked
package org.guiju.app.fees.web;

import org.jspecify.annotations.NullMarked;
