package org.guiju.app.powers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.powers.inventory.RowCode;
import org.guiju.kernel.powers.inventory.RowProblem;

/// 导入查询: previews and what became of them.
public interface Imports {

    /// 导入批次.
    ///
    /// @param origin how the file was understood
    /// @param failure name of the table problem on which the check broke off; "" for none
    /// @param imported items that came in so far
    /// @param present items that were there by the time their turn came
    record Batch(
            UUID id,
            String file,
            String digest,
            String origin,
            int headerRow,
            List<String> columns,
            String uploadedBy,
            Instant uploadedAt,
            Stage stage,
            String failure,
            Map<String, String> failureFacts,
            int rows,
            int accepted,
            int imported,
            int present) {
        public Batch {
            columns = List.copyOf(columns);
            failureFacts = Map.copyOf(failureFacts);
        }

        public int refused() {
            return rows - accepted;
        }

        /// Rows of which it is known what became of them.
        public int settled() {
            return imported + present;
        }
    }

    /// 行: one row of the preview, with its problems in order of precedence.
    ///
    /// @param cells as in the file, one for each column
    record Row(
            int row,
            boolean accepted,
            List<String> cells,
            String outcome,
            List<RowProblem> problems) {
        public Row {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }

    /// Rows to show: those whose worst problem is of the severity, or that have the problem.
    ///
    /// @param severity name of a severity, `CLEAN` for rows without a problem, or "" for all
    /// @param problem name of a problem, or ""
    record Filter(String severity, String problem) {
        public static final Filter ALL = new Filter("", "");
    }

    Optional<Batch> batch(UUID id);

    /// The latest, newest first.
    List<Batch> latest(int limit);

    /// How many rows have the problem, in order of precedence.
    Map<RowCode, Long> problems(UUID batch);

    /// How many rows have this as their worst, `CLEAN` for none.
    Map<String, Long> severities(UUID batch);

    List<Row> rows(UUID batch, Filter filter, int limit, long offset);

    long count(UUID batch, Filter filter);
}
