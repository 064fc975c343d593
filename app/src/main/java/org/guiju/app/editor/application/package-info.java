/// Forms that the schema draws, saves that lose nothing, differences in words.
@NullMarked
package org.guiju.app.editor.application;

import org.jspecify.annotations.NullMarked;
