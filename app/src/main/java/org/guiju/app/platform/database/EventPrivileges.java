package org.guiju.app.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 启动检查: a role that could change or remove an event is refused (invariant 5).
final class EventPrivileges {
    private static final List<String> FORBIDDEN =
            List.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER");
    private static final List<String> TABLES = List.of("event", "disclosure", "leaf", "command");

    private EventPrivileges() {}

    /// @throws IllegalStateException naming table, privilege and remedy
    static void check(DataSource source) {
        var jdbc = JdbcClient.create(source);
        boolean all =
                jdbc.sql(
                                """
                                select rolsuper or pg_has_role(current_user, (select tableowner from pg_tables
                                    where schemaname = 'public' and tablename = 'event'), 'MEMBER')
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
        for (var table : TABLES) {
            for (var privilege : FORBIDDEN) {
                boolean has =
                        jdbc.sql(
                                        "select has_table_privilege(current_user, 'public.' || :table, :privilege)")
                                .param("table", table)
                                .param("privilege", privilege)
                                .query(Boolean.class)
                                .single();
                if (has) {
                    throw new IllegalStateException(
                            ("应用角色 %1$s 对 %2$s 有 %3$s 权限，拒绝启动；请由迁移角色执行 / the application role %1$s may %3$s on"
                                            + " %2$s: as the migrator, revoke %3$s on %2$s from %1$s")
                                    .formatted(role, table, privilege));
                }
            }
        }
    }
}
