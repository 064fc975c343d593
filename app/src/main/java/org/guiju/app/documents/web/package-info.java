/// The public page behind the code on a paper.
@NullMarked
package org.guiju.app.documents.web;

import org.jspecify.annotations.NullMarked;
