/// Tests of the editor.
@NullMarked
package org.guiju.app.editor.application;

import org.jspecify.annotations.NullMarked;
