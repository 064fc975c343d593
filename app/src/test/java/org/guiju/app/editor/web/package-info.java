/// Tests of the editor.
@NullMarked
package org.guiju.app.editor.web;

import org.jspecify.annotations.NullMarked;
