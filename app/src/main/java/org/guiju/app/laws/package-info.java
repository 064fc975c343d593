/// 法规库: laws by version, with the articles that bases of powers cite.
@NullMarked
package org.guiju.app.laws;

import org.jspecify.annotations.NullMarked;
