/// Cases per second: ours, through the service that pages and API use, beside two engines of other people.
@NullMarked
package org.guiju.bench.cases;

import org.jspecify.annotations.NullMarked;
