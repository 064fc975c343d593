/// Pages and API of licences. Never touches the store.
@NullMarked
package org.guiju.app.licences.web;

import org.jspecify.annotations.NullMarked;
