/// What an outsider runs without trusting a server.
@NullMarked
package org.guiju.tools;

import org.jspecify.annotations.NullMarked;
