package org.guiju.app.clearing.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.clearing.Campaign;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.Stage;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the campaigns.
@Component
public class CampaignProjection implements Projection {
    private static final RowMapper<Campaign> ROW =
            (rs, _) ->
                    new Campaign(
                            rs.getString("campaign"),
                            rs.getString("title"),
                            CampaignKind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                            rs.getString("basis"),
                            rs.getObject("opened_on", LocalDate.class),
                            new PersonId(rs.getString("opened_by")),
                            List.of((String[]) rs.getArray("organs").getArray()).stream()
                                    .map(OrganId::new)
                                    .toList(),
                            milestones((String[]) rs.getArray("milestones").getArray()));
    private final JdbcClient jdbc;

    CampaignProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// 行动的事件流.
    public static UUID stream(String campaign) {
        return UUID.nameUUIDFromBytes(("campaign:" + campaign).getBytes(StandardCharsets.UTF_8));
    }

    public static EventDraft opened(Campaign c) {
        var open = new LinkedHashMap<String, Value>();
        open.put("campaign", new Value.Str(c.id()));
        open.put("title", new Value.Str(c.title()));
        open.put("kind", new Value.Str(c.kind().code()));
        open.put("basis", new Value.Str(c.basis()));
        open.put("organs", new Value.Strs(c.organs().stream().map(OrganId::value).toList()));
        var planned = new ArrayList<String>();
        var inOrder = new EnumMap<Stage, LocalDate>(Stage.class);
        inOrder.putAll(c.milestones());
        inOrder.forEach((stage, day) -> {
            planned.add(stage.code());
            planned.add(day.toString());
        });
        open.put("milestones", new Value.Strs(planned));
        return EventDraft.of("campaign.opened", open);
    }

    private static Map<Stage, LocalDate> milestones(String[] pairs) {
        var planned = new EnumMap<Stage, LocalDate>(Stage.class);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            var code = pairs[i];
            for (var stage : Stage.values()) {
                if (stage.code().equals(code)) {
                    planned.put(stage, LocalDate.parse(pairs[i + 1]));
                }
            }
        }
        return planned;
    }

    @Override
    public List<String> tables() {
        return List.of("clearing_campaign");
    }

    @Override
    public String reads() {
        return "campaign.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        for (var e : stream) {
            if (!"campaign.opened".equals(e.kind())) {
                throw new IllegalStateException("no row knows of " + e.kind());
            }
            jdbc.sql(
                            """
                            insert into projection.clearing_campaign
                                values (:campaign, :title, :kind, :basis, :on, :by, :organs, :milestones)
                            on conflict do nothing
                            """)
                    .param("campaign", e.text("campaign"))
                    .param("title", e.text("title"))
                    .param("kind", e.text("kind"))
                    .param("basis", e.text("basis"))
                    .param("on", OfficialClock.dayOf(e.at()))
                    .param("by", e.by())
                    .param("organs", e.texts("organs").toArray(String[]::new))
                    .param("milestones", e.texts("milestones").toArray(String[]::new))
                    .update();
        }
    }

    public List<Campaign> all() {
        return jdbc.sql(
                        "select * from projection.clearing_campaign order by opened_on desc, campaign desc")
                .query(ROW)
                .list();
    }

    public Optional<Campaign> campaign(String id) {
        return jdbc.sql("select * from projection.clearing_campaign where campaign = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }
}
