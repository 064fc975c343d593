/// What tests lean on: the mark that ties a test to a requirement, and the report made from it.
@NullMarked
package org.guiju.testkit;

import org.jspecify.annotations.NullMarked;
