package org.guiju.app.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 启动检查: a role that could change or remove an event is refused (invariant 5), in the whole or in the part of a year.
final class EventPrivileges {
    /// Each table, and behind it its parts: what is granted on the whole is named there and not twenty-two times.
    private static final String TABLES =
            """
            with whole (id) as (values ('public.event'::regclass), ('public.disclosure'), ('public.leaf'), ('public.command')),
                 parts (id, level) as (select id, 0 from whole
                     union select relid, level from whole, pg_partition_tree(id) where level > 0)
            """;

    private EventPrivileges() {}

    private record Held(String table, String privilege) {}

    /// @throws IllegalStateException naming table, privilege and remedy
    static void check(DataSource source) {
        var jdbc = JdbcClient.create(source);
        boolean all =
                jdbc.sql(
                                TABLES
                                        + """
                                        select rolsuper or exists (select 1 from parts join pg_class t on t.oid = id
                                            where pg_has_role(current_user, t.relowner, 'MEMBER'))
                                        from pg_roles where rolname = current_user
                                        """)
                        .query(Boolean.class)
                        .single();
        if (all) {
            throw new IllegalStateException(
                    "应用角色是超级用户或事件表的所有者，拒绝启动；请用专用角色 / the application role is a superuser or owns the event"
                            + " table: give GUIJU_DATABASE_URL a role of its own");
        }
        var role = jdbc.sql("select current_user").query(String.class).single();
        jdbc.sql(
                        TABLES
                                + """
                                select id::text, privilege from parts, unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) as p (privilege)
                                where has_table_privilege(current_user, id, privilege) order by level, id, privilege desc limit 1
                                """)
                .query((rs, _) -> new Held(rs.getString(1), rs.getString(2)))
                .optional()
                .ifPresent(held -> {
                    throw new IllegalStateException(
                            ("应用角色 %1$s 对 %2$s 有 %3$s 权限，拒绝启动；请由迁移角色执行 / the application role %1$s may %3$s on"
                                            + " %2$s: as the migrator, revoke %3$s on %2$s from %1$s")
                                    .formatted(role, held.table(), held.privilege()));
                });
    }
}
