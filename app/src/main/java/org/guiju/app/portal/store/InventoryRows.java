package org.guiju.app.portal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 事项库存 as the public may search it.
@Component
public class InventoryRows {
    private static final RowMapper<Item> ROW =
            (rs, _) ->
                    new Item(
                            rs.getString("code"),
                            rs.getString("name"),
                            rs.getString("main_item"),
                            rs.getString("kind"),
                            rs.getString("department"),
                            List.of((String[]) rs.getArray("flags").getArray()),
                            rs.getObject("imported_on", LocalDate.class));
    private final JdbcClient jdbc;

    InventoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// 库存事项.
    ///
    /// @param kind code of the kind
    /// @param flags what is to be mended before the item can be brought into force
    public record Item(
            String code,
            String name,
            String mainItem,
            String kind,
            String department,
            List<String> flags,
            LocalDate importedOn) {
        public Item {
            flags = List.copyOf(flags);
        }
    }

    /// 调整: codes that an adjustment took off the list, or from one department to another.
    ///
    /// @param gone cancelled or merged
    /// @param away delegated to some other department
    /// @param received delegated to the department that is asked for
    public record Adjusted(List<String> gone, List<String> away, List<String> received) {
        public Adjusted {
            gone = List.copyOf(gone);
            away = List.copyOf(away);
            received = List.copyOf(received);
        }
    }

    /// @param sort one of `code`, `name`, `department`; anything else is `code`
    public List<Item> find(
            String text,
            String kind,
            String department,
            Adjusted adjusted,
            String sort,
            long offset,
            int size) {
        var params = new HashMap<String, Object>();
        var where = where(text, kind, department, adjusted, params);
        params.put("offset", offset);
        params.put("size", size);
        var order =
                switch (sort) {
                    case "name" -> "name, code";
                    case "department" -> "department, code";
                    default -> "code";
                };
        return jdbc.sql(
                        "select * from projection.power_item"
                                + where
                                + " order by "
                                + order
                                + " limit :size offset :offset")
                .params(params)
                .query(ROW)
                .list();
    }

    public long count(String text, String kind, String department, Adjusted adjusted) {
        var params = new HashMap<String, Object>();
        return jdbc.sql(
                        "select count(*) from projection.power_item"
                                + where(text, kind, department, adjusted, params))
                .params(params)
                .query(Long.class)
                .single();
    }

    public Optional<Item> byCode(String code) {
        return jdbc.sql("select * from projection.power_item where code = :code")
                .param("code", code)
                .query(ROW)
                .optional();
    }

    public List<String> departments() {
        return jdbc.sql("select distinct department from projection.power_item order by 1")
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    public List<String> kinds() {
        return jdbc.sql("select distinct kind from projection.power_item order by 1")
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    private static String where(
            String text,
            String kind,
            String department,
            Adjusted adjusted,
            Map<String, Object> params) {
        // What has come into force is on the list already, with its definition.
        var where =
                new ArrayList<>(List.of("code not in (select code from projection.power_version)"));
        where.add("not code = any(:gone)");
        params.put("gone", adjusted.gone().toArray(String[]::new));
        if (!text.isEmpty()) {
            where.add("(name ilike :text or code ilike :text or main_item ilike :text)");
            params.put("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (!kind.isEmpty()) {
            where.add("kind = :kind");
            params.put("kind", kind);
        }
        if (!department.isEmpty()) {
            where.add(
                    "((department = :department and not code = any(:away)) or code = any(:received))");
            params.put("department", department);
            params.put("away", adjusted.away().toArray(String[]::new));
            params.put("received", adjusted.received().toArray(String[]::new));
        }
        return " where " + String.join(" and ", where);
    }
}
