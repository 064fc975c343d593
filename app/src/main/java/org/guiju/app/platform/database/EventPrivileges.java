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
                            "应用角色对 "
                                    + table
                                    + " 有 "
                                    + privilege
                                    + " 权限，拒绝启动 / the application role may "
                                    + privilege
                                    + " on "
                                    + table
                                    + ": revoke "
                                    + privilege
                                    + " on "
                                    + table
                                    + " from that role");
                }
            }
        }
    }
}
