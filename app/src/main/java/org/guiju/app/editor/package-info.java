/// 制度编制: drafts of definitions, section by section, before anybody submits them.
@NullMarked
package org.guiju.app.editor;

import org.jspecify.annotations.NullMarked;
