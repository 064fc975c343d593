package org.guiju.app.powers.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.powers.inventory.Checked;
import org.guiju.kernel.powers.inventory.Checked.Accepted;
import org.guiju.kernel.powers.inventory.Checked.RefusedRow;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.powers.inventory.RowProblem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes previews and what became of their rows.
@Component
public class ImportRows {
    private static final String CLEAN = "CLEAN";
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ImportRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /// A file that has been opened: it has a header, its rows are not read yet.
    public record Opened(
            UUID id,
            String file,
            String digest,
            String origin,
            int headerRow,
            List<String> columns,
            String by,
            Instant at) {
        public Opened {
            columns = List.copyOf(columns);
        }
    }

    /// A checked row with its cells as in the file.
    public record Line(Checked checked, int row, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    public void open(Opened opened) {
        jdbc.sql(
                        """
                        insert into import_batch (id, file_name, digest, origin, header_row, columns, uploaded_by, uploaded_at, stage)
                        values (:id, :file, :digest, :origin, :header, :columns, :by, :at, 'CHECKING')
                        """)
                .param("id", opened.id())
                .param("file", opened.file())
                .param("digest", opened.digest())
                .param("origin", storable(opened.origin()))
                .param("header", opened.headerRow())
                .param("columns", array(opened.columns()))
                .param("by", opened.by())
                .param("at", opened.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Adds checked rows and counts them.
    public void add(UUID id, List<Line> lines) {
        var rows = new ArrayList<Object[]>();
        var problems = new ArrayList<Object[]>();
        int accepted = 0;
        for (var line : lines) {
            var item =
                    line.checked() instanceof Accepted ok ? ItemForms.flat(ok) : List.<String>of();
            var found = found(line.checked());
            accepted += item.isEmpty() ? 0 : 1;
            var severity = found.isEmpty() ? CLEAN : found.getFirst().severity().name();
            rows.add(
                    new Object[] {
                        id, line.row(), !item.isEmpty(), severity, array(line.cells()), array(item)
                    });
            for (int i = 0; i < found.size(); i++) {
                var p = found.get(i);
                problems.add(
                        new Object[] {
                            id,
                            line.row(),
                            i,
                            p.code().name(),
                            p.column().name(),
                            array(flat(p.facts()))
                        });
            }
        }
        batch.batchUpdate(
                "insert into import_row (batch, row, accepted, severity, cells, item) values (?, ?, ?, ?, ?, ?)",
                rows);
        batch.batchUpdate(
                "insert into import_problem (batch, row, position, code, item_column, facts) values (?, ?, ?, ?, ?, ?)",
                problems);
        jdbc.sql(
                        "update import_batch set rows = rows + :rows, accepted = accepted + :accepted where id = :id")
                .param("rows", lines.size())
                .param("accepted", accepted)
                .param("id", id)
                .update();
    }

    private static List<RowProblem> found(Checked checked) {
        return switch (checked) {
            case Accepted(_, var flags) -> flags;
            case RefusedRow(_, var reasons) -> reasons;
        };
    }

    public void stage(UUID id, Stage stage) {
        jdbc.sql("update import_batch set stage = :stage where id = :id")
                .param("stage", stage.name())
                .param("id", id)
                .update();
    }

    /// The check broke off.
    ///
    /// @param problem name of the table problem
    public void fail(UUID id, String problem, Map<String, String> facts) {
        jdbc.sql(
                        "update import_batch set stage = 'FAILED', failure = :problem, failure_facts = :facts where id = :id")
                .param("problem", problem)
                .param("facts", array(flat(facts)))
                .param("id", id)
                .update();
    }

    /// Locks the batch until the transaction ends: two who confirm at once take turns.
    public Stage lock(UUID id) {
        return jdbc.sql("select stage from import_batch where id = :id for update")
                .param("id", id)
                .query((rs, _) -> Stage.valueOf(rs.getString(1)))
                .single();
    }

    /// A row that waits to come in.
    public record Waiting(int row, String code, EventDraft event) {}

    /// The next rows that were accepted and of which nothing has become yet.
    public List<Waiting> waiting(UUID id, int limit) {
        return jdbc.sql(
                        """
                        select row, item from import_row where batch = :id and accepted and outcome is null
                        order by row limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query((rs, _) -> {
                    var item = JdbcImports.texts(rs, "item");
                    int row = rs.getInt("row");
                    return new Waiting(
                            row,
                            ItemForms.value(item, "code"),
                            ItemForms.inventoried(item, id, row));
                })
                .list();
    }

    /// What became of rows.
    public void settle(UUID id, List<Integer> imported, List<Integer> present) {
        outcome(id, imported, "IMPORTED");
        outcome(id, present, "PRESENT");
        jdbc.sql(
                        "update import_batch set imported = imported + :imported, present = present + :present where id = :id")
                .param("imported", imported.size())
                .param("present", present.size())
                .param("id", id)
                .update();
    }

    private void outcome(UUID id, List<Integer> rows, String outcome) {
        jdbc.sql("update import_row set outcome = :outcome where batch = :id and row = any(:rows)")
                .param("outcome", outcome)
                .param("id", id)
                .param("rows", rows.toArray(Integer[]::new))
                .update();
    }

    /// Previews that were being checked when the server stopped: their files are gone.
    public int abandonUnfinished() {
        return jdbc.sql(
                        "update import_batch set stage = 'FAILED', failure = 'INTERRUPTED' where stage = 'CHECKING'")
                .update();
    }

    private static List<String> flat(Map<String, String> facts) {
        var flat = new ArrayList<String>();
        facts.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat;
    }

    private static String[] array(List<String> texts) {
        return texts.stream().map(ImportRows::storable).toArray(String[]::new);
    }

    /// PostgreSQL holds every character but one.
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
