package org.guiju.app.powers.store;

import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the inventory, one for each item's stream.
@Component
public class ItemProjection implements Projection {
    private final JdbcClient jdbc;

    ItemProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("power_item");
    }

    @Override
    public String reads() {
        return "item.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        for (var event : stream) {
            if (!"item.inventoried".equals(event.kind())) {
                throw new IllegalStateException("no row knows of " + event.kind());
            }
            insert(event);
        }
    }

    private void insert(EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.power_item (item, code, basic_code, name, main_item, kind, department, body_code,
                            flags, imported_on, code_as_written, department_code, needs_correction, import_id, import_row)
                        values (:item, :code, :basic, :name, :main, :kind, :department, :body, :flags, :on, :written,
                            :departmentCode, :correct, :import, :row)
                        on conflict do nothing
                        """)
                .param("item", UUID.fromString(e.stream()))
                .param("code", e.text("code"))
                .param("basic", e.text("basic"))
                .param("name", e.text("name"))
                .param("main", e.text("main_item"))
                .param("kind", e.text("power_kind"))
                .param("department", e.text("department"))
                .param("body", e.text("body"))
                .param("flags", e.texts("flags").toArray(String[]::new))
                .param("on", OfficialClock.dayOf(e.at()))
                .param("written", e.text("written"))
                .param("departmentCode", e.text("department_code"))
                .param("correct", e.number("correct") == 1)
                .param("import", UUID.fromString(e.text("import")))
                .param("row", (int) e.number("row"))
                .update();
    }
}
