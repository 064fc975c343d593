/// Follows the cases, lets time pass, decides and appends: every fact of a licence goes through here.
@NullMarked
package org.guiju.app.licences.application;

import org.jspecify.annotations.NullMarked;
