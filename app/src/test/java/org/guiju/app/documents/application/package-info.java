/// What keeps a paper back.
@NullMarked
package org.guiju.app.documents.application;

import org.jspecify.annotations.NullMarked;
