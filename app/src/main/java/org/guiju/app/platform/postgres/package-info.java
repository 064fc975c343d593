/// 内置数据库: our own launcher and supervisor of an embedded PostgreSQL 18, so that a county can begin with one command
/// and keep the guarantees of the real database. Plain Java: nothing here knows Spring.
@NullMarked
package org.guiju.app.platform.postgres;

import org.jspecify.annotations.NullMarked;
