package org.guiju.app.experts.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.experts.DrawFile;
import org.guiju.app.experts.DrawRow;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.DrawState;
import org.guiju.kernel.experts.ExpertConclusion;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the draws.
@Component
public class DrawProjection implements Projection {
    private final JdbcClient jdbc;

    DrawProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("expert_draw");
    }

    @Override
    public String reads() {
        return "draw.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var file = DrawForms.file(stream);
        var state = file.state();
        var announced = state.announced().orElseThrow();
        var concluded = state.concluded();
        jdbc.sql(
                        """
                        insert into projection.expert_draw
                            values (:draw, :matter, :title, :stage, :announced, :users, :verdict, :figure, :needed,
                                :entries, :on)
                        on conflict (draw) do update set matter = excluded.matter, title = excluded.title,
                            stage = excluded.stage, users = excluded.users, verdict = excluded.verdict,
                            figure = excluded.figure, needed = excluded.needed, entries = excluded.entries,
                            concluded_on = excluded.concluded_on
                        """)
                .param("draw", file.id())
                .param("matter", announced.matter())
                .param("title", announced.title())
                .param("stage", state.stage().name())
                .param("announced", OfficialClock.dayOf(stream.getFirst().at()))
                .param("users", users(file))
                .param("verdict", concluded.map(c -> c.result().verdict().name()).orElse(""))
                .param("figure", concluded.map(c -> c.result().figure()).orElse(BigDecimal.ZERO))
                .param("needed", concluded.map(c -> c.result().needed()).orElse(BigDecimal.ZERO))
                .param("entries", concluded.map(DrawEvent.Concluded::entries).orElse(0))
                .param(
                        "on",
                        file.course().stream()
                                .filter(s -> s.event() instanceof DrawEvent.Concluded)
                                .map(s -> OfficialClock.dayOf(s.at()))
                                .findFirst()
                                .orElse(null))
                .update();
    }

    private static String[] users(DrawFile file) {
        return file.course().stream()
                .filter(s ->
                        !(s.event() instanceof DrawEvent.OpinionGiven)
                                && !(s.event() instanceof DrawEvent.Concluded)
                                && !(s.event() instanceof DrawEvent.Witnessed))
                .map(s -> s.by().value())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    /// The latest first.
    public List<DrawRow> all() {
        return jdbc.sql(
                        "select * from projection.expert_draw order by announced_on desc, draw desc limit 500")
                .query((rs, _) ->
                        new DrawRow(
                                rs.getString("draw"),
                                rs.getString("matter"),
                                rs.getString("title"),
                                DrawState.Stage.valueOf(rs.getString("stage")),
                                rs.getObject("announced_on", LocalDate.class)))
                .list();
    }

    /// Whether the person has used the pool in any draw.
    public boolean used(PersonId person) {
        return jdbc.sql(
                        "select exists (select 1 from projection.expert_draw where :person = any (users))")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// Whether the matter has a draw other than this one that was not annulled.
    public boolean another(String matter, String draw) {
        return jdbc.sql(
                        """
                        select exists (select 1 from projection.expert_draw
                            where matter = :matter and draw <> :draw and stage <> 'ANNULLED')
                        """)
                .param("matter", matter)
                .param("draw", draw)
                .query(Boolean.class)
                .single();
    }

    public long count(int year) {
        return jdbc.sql("select count(*) from projection.expert_draw where draw like :like")
                .param("like", year + "-%")
                .query(Long.class)
                .single();
    }

    public Optional<ExpertConclusion> conclusion(String matter) {
        return jdbc.sql(
                        """
                        select * from projection.expert_draw where matter = :matter and stage = 'CONCLUDED'
                            order by concluded_on desc, draw desc limit 1
                        """)
                .param("matter", matter)
                .query((rs, _) ->
                        new ExpertConclusion(
                                rs.getString("draw"),
                                rs.getString("matter"),
                                ExpertConclusion.Verdict.valueOf(rs.getString("verdict")),
                                rs.getBigDecimal("figure"),
                                rs.getBigDecimal("needed"),
                                rs.getInt("entries"),
                                rs.getObject("concluded_on", LocalDate.class)))
                .optional();
    }
}
