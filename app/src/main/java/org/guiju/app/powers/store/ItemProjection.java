package org.guiju.app.powers.store;

import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
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
                .param("code", text(e, "code"))
                .param("basic", text(e, "basic"))
                .param("name", text(e, "name"))
                .param("main", text(e, "main_item"))
                .param("kind", text(e, "power_kind"))
                .param("department", text(e, "department"))
                .param("body", text(e, "body"))
                .param("flags", texts(e, "flags").toArray(String[]::new))
                .param("on", OfficialClock.dayOf(e.at()))
                .param("written", text(e, "written"))
                .param("departmentCode", text(e, "department_code"))
                .param("correct", number(e, "correct") == 1)
                .param("import", UUID.fromString(text(e, "import")))
                .param("row", (int) number(e, "row"))
                .update();
    }

    private static String text(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Str(var text) ? text : "";
    }

    private static List<String> texts(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Strs(var texts) ? texts : List.of();
    }

    private static long number(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Int(var number) ? number : 0;
    }
}
