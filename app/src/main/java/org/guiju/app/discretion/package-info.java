/// 裁量基准: standards of discretion by version, from draft to day in force, and what they compute for a case.
@NullMarked
package org.guiju.app.discretion;

import org.jspecify.annotations.NullMarked;
