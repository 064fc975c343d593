/// Entering a law is an act; who may is asked at the page.
@NullMarked
package org.guiju.app.laws.application;

import org.jspecify.annotations.NullMarked;
