package org.guiju.app.powers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.app.powers.Standings;
import org.guiju.kernel.adjustments.AdjustmentEvent;
import org.guiju.kernel.adjustments.PowerStanding;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of adjustments as they were entered; the kernel folds them into the standing of each power.
@Component
@Order(29)
public class AdjustmentProjection implements Projection, Standings {
    private final JdbcClient jdbc;
    private final Remembered<Map<String, List<Entered>>> byCode = new Remembered<>();
    private final Remembered<Map<String, PowerStanding>> standings = new Remembered<>();

    AdjustmentProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("power_adjustment");
    }

    @Override
    public String reads() {
        return "power.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var adjusted = stream.stream().filter(e -> AdjustmentForms.read(e).isPresent()).toList();
        if (adjusted.isEmpty()) {
            return;
        }
        byCode.changing();
        standings.changing();
        for (int i = 0; i < adjusted.size(); i++) {
            var e = adjusted.get(i);
            var fields = new ArrayList<String>();
            e.fields()
                    .forEach((name, value) -> {
                        if (value instanceof Value.Str(var text)) {
                            fields.addAll(List.of(name, text));
                        }
                    });
            jdbc.sql(
                            """
                            insert into projection.power_adjustment (code, position, kind, fields, entered_at, entered_by)
                            values (:code, :position, :kind, :fields, :at, :by) on conflict do nothing
                            """)
                    .param("code", e.fields().get("power") instanceof Value.Str(var c) ? c : "")
                    .param("position", i)
                    .param("kind", e.kind())
                    .param("fields", fields.toArray(String[]::new))
                    .param("at", e.at().atOffset(ZoneOffset.UTC))
                    .param("by", e.by())
                    .update();
        }
    }

    @Override
    public PowerStanding of(String code) {
        return all().getOrDefault(code, PowerStanding.UNTOUCHED);
    }

    @Override
    public Map<String, PowerStanding> all() {
        return standings.get(() -> {
            var all = new TreeMap<String, PowerStanding>();
            byCode.get(this::read)
                    .forEach((code, entered) ->
                            all.put(
                                    code,
                                    PowerStanding.of(
                                            entered.stream().map(Entered::event).toList())));
            return all;
        });
    }

    @Override
    public List<Entered> history(String code) {
        return byCode.get(this::read).getOrDefault(code, List.of());
    }

    private Map<String, List<Entered>> read() {
        var found = new TreeMap<String, List<Entered>>();
        jdbc.sql(
                        "select code, kind, fields, entered_at, entered_by from projection.power_adjustment order by code, position")
                .query(rs -> {
                    found.computeIfAbsent(rs.getString(1), _ -> new ArrayList<>())
                            .add(
                                    new Entered(
                                            event(rs),
                                            rs.getObject(4, OffsetDateTime.class).toInstant(),
                                            rs.getString(5)));
                });
        return found;
    }

    private static AdjustmentEvent event(ResultSet rs) throws SQLException {
        var flat = (String[]) rs.getArray(3).getArray();
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i + 1 < flat.length; i += 2) {
            fields.put(flat[i], new Value.Str(flat[i + 1]));
        }
        return AdjustmentForms.read(rs.getString(2), fields).orElseThrow();
    }
}
