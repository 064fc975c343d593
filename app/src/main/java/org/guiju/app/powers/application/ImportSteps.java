package org.guiju.app.powers.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.store.ImportRows;
import org.guiju.app.powers.store.ImportRows.Line;
import org.guiju.app.powers.store.ItemForms;
import org.guiju.app.powers.store.ItemProjection;
import org.guiju.app.powers.store.JdbcInventory;
import org.guiju.formats.inventory.ItemFile;
import org.guiju.formats.inventory.RegionCodes;
import org.guiju.formats.tables.TableException;
import org.guiju.kernel.powers.inventory.ImportEvent;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.powers.inventory.InventorySheet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 导入步骤: the two long parts of an import, in bites. Every bite is a transaction of its own, so that progress can be
/// seen and a crash costs one bite.
@Component
class ImportSteps {
    private static final int CHECKED_TOGETHER = 500;
    private static final int IMPORTED_TOGETHER = 100;
    private static final int TRIES = 5;

    private final EventStore events;
    private final Imports imports;
    private final ImportRows rows;
    private final JdbcInventory inventory;
    private final ItemProjection projection;
    private final TransactionTemplate transaction;

    ImportSteps(
            EventStore events,
            Imports imports,
            ImportRows rows,
            JdbcInventory inventory,
            ItemProjection projection,
            TransactionTemplate transaction) {
        this.events = events;
        this.imports = imports;
        this.rows = rows;
        this.inventory = inventory;
        this.projection = projection;
        this.transaction = transaction;
    }

    /// Reads and judges all rows of the file, and closes it. A file that turns out unreadable half-way ends the preview.
    void check(UUID id, ItemFile items) {
        var sheet = new InventorySheet(inventory.codes(), RegionCodes::isKnown);
        var lines = new ArrayList<Line>();
        try (items) {
            items.rows()
                    .forEach(row -> {
                        lines.add(new Line(sheet.check(row), row.row(), items.cells(row)));
                        if (lines.size() == CHECKED_TOGETHER) {
                            keep(id, lines);
                        }
                    });
            keep(id, lines);
            rows.stage(id, Stage.READY);
        } catch (TableException e) {
            rows.fail(id, e.problem().name(), e.facts());
        } catch (RuntimeException e) {
            rows.fail(id, "INTERRUPTED", Map.of());
            throw e;
        }
    }

    private void keep(UUID id, List<Line> lines) {
        transaction.executeWithoutResult(_ -> rows.add(id, lines));
        lines.clear();
    }

    /// Brings all waiting rows in.
    void bringIn(UUID id, Stamp stamp) {
        int failures = 0;
        boolean more = true;
        while (more) {
            try {
                more = Boolean.TRUE.equals(transaction.execute(_ -> bite(id, stamp)));
                failures = 0;
            } catch (StaleStream e) {
                // Another import brought one of these items in at this moment: the next try finds
                // it there.
                if (++failures == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// @return whether there may be more
    boolean bite(UUID id, Stamp stamp) {
        if (rows.lock(id) != Stage.IMPORTING) {
            return false;
        }
        var waiting = rows.waiting(id, IMPORTED_TOGETHER);
        if (waiting.isEmpty()) {
            var batch = imports.batch(id).orElseThrow();
            var completed = new ImportEvent.Completed(batch.imported(), batch.present());
            events.append(id, events.read(id).size(), List.of(ItemForms.write(completed)), stamp);
            rows.stage(id, Stage.DONE);
            return false;
        }
        var there = inventory.present(waiting.stream().map(ImportRows.Waiting::code).toList());
        var imported = new ArrayList<Integer>();
        var present = new ArrayList<Integer>();
        for (var row : waiting) {
            if (there.contains(row.code())) {
                present.add(row.row());
            } else {
                var stream = ItemForms.stream(row.code());
                events.append(stream, 0, List.of(row.event()), stamp);
                projection.project(events.read(stream));
                imported.add(row.row());
            }
        }
        rows.settle(id, imported, present);
        return true;
    }
}
