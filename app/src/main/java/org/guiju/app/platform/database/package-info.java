/// 数据库接入: embedded PostgreSQL by default, an external one by two addresses; refuses a role that could rewrite events.
@NullMarked
package org.guiju.app.platform.database;

import org.jspecify.annotations.NullMarked;
