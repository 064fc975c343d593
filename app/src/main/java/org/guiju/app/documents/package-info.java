/// 文书: what a case hands out and keeps as paper: numbered after sequencing, drawn when first opened, verified by anybody.
@NullMarked
package org.guiju.app.documents;

import org.jspecify.annotations.NullMarked;
