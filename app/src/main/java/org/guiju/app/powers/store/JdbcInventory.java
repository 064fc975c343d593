package org.guiju.app.powers.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.app.powers.Inventory;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.inventory.RowCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the rows of the inventory.
@Component
public class JdbcInventory implements Inventory {
    private static final RowMapper<Item> ITEM =
            (rs, _) ->
                    new Item(
                            rs.getString("code"),
                            rs.getString("code_as_written"),
                            rs.getString("basic_code"),
                            rs.getString("name"),
                            rs.getString("main_item"),
                            PowerKind.ofCode(rs.getString("kind")).orElseThrow(),
                            rs.getString("department"),
                            rs.getString("body_code"),
                            rs.getBoolean("needs_correction"),
                            Arrays.stream((String[]) rs.getArray("flags").getArray())
                                    .map(RowCode::valueOf)
                                    .toList(),
                            rs.getObject("imported_on", LocalDate.class));
    private final JdbcClient jdbc;

    JdbcInventory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Found find(Filter filter, int limit, long offset) {
        var where = new ArrayList<>(List.of("true"));
        var params = new HashMap<String, Object>();
        if (!filter.text().isBlank()) {
            where.add("(name like :like or code like :start)");
            params.put("like", "%" + literal(filter.text().strip()) + "%");
            params.put(
                    "start",
                    literal(filter.text().strip().toUpperCase(java.util.Locale.ROOT)) + "%");
        }
        if (!filter.department().isBlank()) {
            where.add("department = :department");
            params.put("department", filter.department());
        }
        if (!filter.kind().isBlank()) {
            where.add("kind = :kind");
            params.put("kind", filter.kind());
        }
        if (filter.correction()) {
            where.add("needs_correction");
        }
        var from = " from projection.power_item where " + String.join(" and ", where);
        long total = jdbc.sql("select count(*)" + from).params(params).query(Long.class).single();
        var items =
                jdbc.sql(
                                "select *"
                                        + from
                                        + " order by department collate \"zh-x-icu\", name collate \"zh-x-icu\", code limit :limit"
                                        + " offset :offset")
                        .params(params)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(ITEM)
                        .list();
        return new Found(items, total);
    }

    /// What a reader types is text, not a pattern.
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    @Override
    public Optional<Item> item(String code) {
        return jdbc.sql("select * from projection.power_item where code = :code")
                .param("code", code)
                .query(ITEM)
                .optional();
    }

    @Override
    public List<Count> departments() {
        return counts("department", "department collate \"zh-x-icu\"");
    }

    @Override
    public List<Count> kinds() {
        return counts("kind", "count(*) desc, kind");
    }

    private List<Count> counts(String column, String order) {
        return jdbc.sql(
                        "select "
                                + column
                                + ", count(*) from projection.power_item group by "
                                + column
                                + " order by "
                                + order)
                .query((rs, _) -> new Count(rs.getString(1), rs.getLong(2)))
                .list();
    }

    /// Every code that is in the inventory, for the check of a file.
    public Set<String> codes() {
        return new HashSet<>(
                jdbc.sql("select code from projection.power_item").query(String.class).list());
    }

    /// Those of the codes that are in the inventory.
    public Set<String> present(List<String> codes) {
        return new HashSet<>(
                jdbc.sql("select code from projection.power_item where code = any(:codes)")
                        .param("codes", codes.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
