/// Pages and API of cases; never touches the store.
@NullMarked
package org.guiju.app.cases.web;

import org.jspecify.annotations.NullMarked;
