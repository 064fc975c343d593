package org.guiju.app.powers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.powers.Imports;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.powers.inventory.ItemColumn;
import org.guiju.kernel.powers.inventory.RowCode;
import org.guiju.kernel.powers.inventory.RowProblem;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads previews.
@Component
class JdbcImports implements Imports {
    private static final String CLEAN = "CLEAN";
    private static final RowMapper<Batch> BATCH =
            (rs, _) ->
                    new Batch(
                            rs.getObject("id", UUID.class),
                            rs.getString("file_name"),
                            rs.getString("digest"),
                            rs.getString("origin"),
                            rs.getInt("header_row"),
                            texts(rs, "columns"),
                            rs.getString("uploaded_by"),
                            moment(rs),
                            Stage.valueOf(rs.getString("stage")),
                            rs.getString("failure"),
                            pairs(texts(rs, "failure_facts")),
                            rs.getInt("rows"),
                            rs.getInt("accepted"),
                            rs.getInt("imported"),
                            rs.getInt("present"));
    private final JdbcClient jdbc;

    JdbcImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.of((String[]) rs.getArray(column).getArray());
    }

    private static Instant moment(ResultSet rs) throws SQLException {
        return rs.getObject("uploaded_at", OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    static Map<String, String> pairs(List<String> flat) {
        var pairs = new HashMap<String, String>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            pairs.put(flat.get(i), flat.get(i + 1));
        }
        return pairs;
    }

    @Override
    public Optional<Batch> batch(UUID id) {
        return jdbc.sql("select * from import_batch where id = :id")
                .param("id", id)
                .query(BATCH)
                .optional();
    }

    @Override
    public List<Batch> latest(int limit) {
        return jdbc.sql("select * from import_batch order by uploaded_at desc, id limit :limit")
                .param("limit", limit)
                .query(BATCH)
                .list();
    }

    @Override
    public Map<RowCode, Long> problems(UUID batch) {
        var counts = new EnumMap<RowCode, Long>(RowCode.class);
        jdbc.sql(
                        "select code, count(distinct row) from import_problem where batch = :batch group by code")
                .param("batch", batch)
                .query(rs -> {
                    counts.put(RowCode.valueOf(rs.getString(1)), rs.getLong(2));
                });
        return counts;
    }

    @Override
    public Map<String, Long> severities(UUID batch) {
        var counts = new LinkedHashMap<String, Long>();
        for (var severity : RowCode.Severity.values()) {
            counts.put(severity.name(), 0L);
        }
        counts.put(CLEAN, 0L);
        jdbc.sql("select severity, count(*) from import_row where batch = :batch group by severity")
                .param("batch", batch)
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getLong(2));
                });
        return counts;
    }

    @Override
    public long count(UUID batch, Filter filter) {
        return jdbc.sql("select count(*) from import_row r where " + where(filter))
                .params(params(batch, filter))
                .query(Long.class)
                .single();
    }

    /// The rows of one page and then their problems by number: a join of the two is a guess of the planner, which knows nothing
    /// yet of a batch that has just come in, and guessed a thousand times too slow.
    @Override
    public List<Row> rows(UUID batch, Filter filter, int limit, long offset) {
        record Found(int row, boolean accepted, List<String> cells, String outcome) {}
        var found =
                jdbc.sql(
                                "select * from import_row r where "
                                        + where(filter)
                                        + " order by r.row limit :limit offset :offset")
                        .params(params(batch, filter))
                        .param("limit", limit)
                        .param("offset", offset)
                        .query((rs, _) ->
                                new Found(
                                        rs.getInt("row"),
                                        rs.getBoolean("accepted"),
                                        texts(rs, "cells"),
                                        Optional.ofNullable(rs.getString("outcome")).orElse("")))
                        .list();
        var problems = problems(batch, found.stream().map(Found::row).toList());
        return found.stream()
                .map(f ->
                        new Row(
                                f.row(),
                                f.accepted(),
                                f.cells(),
                                f.outcome(),
                                problems.getOrDefault(f.row(), List.of())))
                .toList();
    }

    private Map<Integer, List<RowProblem>> problems(UUID batch, List<Integer> rows) {
        var problems = new HashMap<Integer, List<RowProblem>>();
        jdbc.sql(
                        "select * from import_problem where batch = :batch and row = any(:rows) order by row, position")
                .param("batch", batch)
                .param("rows", rows.toArray(Integer[]::new))
                .query(rs -> {
                    int row = rs.getInt("row");
                    problems.computeIfAbsent(row, _ -> new ArrayList<>())
                            .add(
                                    new RowProblem(
                                            row,
                                            ItemColumn.valueOf(rs.getString("item_column")),
                                            RowCode.valueOf(rs.getString("code")),
                                            pairs(texts(rs, "facts"))));
                });
        return problems;
    }

    private static String where(Filter filter) {
        var where = "r.batch = :batch";
        if (!filter.severity().isEmpty()) {
            where += " and r.severity = :severity";
        }
        if (!filter.problem().isEmpty()) {
            where +=
                    " and exists (select 1 from import_problem p where p.batch = r.batch and p.row = r.row"
                            + " and p.code = :problem)";
        }
        return where;
    }

    private static Map<String, Object> params(UUID batch, Filter filter) {
        var params = new HashMap<String, Object>();
        params.put("batch", batch);
        if (!filter.severity().isEmpty()) {
            params.put("severity", filter.severity());
        }
        if (!filter.problem().isEmpty()) {
            params.put("problem", filter.problem());
        }
        return params;
    }
}
