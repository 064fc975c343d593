/// 接口压测: officers who act through the API, each behind his own sign-in.
@NullMarked
package org.guiju.bench.http;

import org.jspecify.annotations.NullMarked;
