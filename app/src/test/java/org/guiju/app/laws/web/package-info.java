/// The register of laws, tested on the server as it runs.
@NullMarked
package org.guiju.app.laws.web;

import org.jspecify.annotations.NullMarked;
