/// What public pages are made of; decides nothing.
@NullMarked
package org.guiju.app.portal.application;

import org.jspecify.annotations.NullMarked;
