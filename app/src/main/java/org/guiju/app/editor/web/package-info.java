/// Pages and API of the editor. Never touches the store.
@NullMarked
package org.guiju.app.editor.web;

import org.jspecify.annotations.NullMarked;
