package org.guiju.app.matters.store;

import java.time.LocalDate;
import java.util.List;
import org.guiju.app.ledger.Projection;
import org.guiju.app.matters.TradeRow;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.matters.MatterAct;
import org.guiju.kernel.matters.MatterRoute;
import org.guiju.kernel.matters.MatterState;
import org.guiju.kernel.shared.OrganId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the matters: by organ and day, and which of them the public sees.
@Component
public class MatterProjection implements Projection {
    private final JdbcClient jdbc;

    MatterProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("trade", "matter");
    }

    @Override
    public String reads() {
        return "matter.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var state = MatterState.replay(stream.stream().map(MatterForms::read).toList());
        boolean published =
                state.route() == MatterRoute.FIVE_PROCEDURES
                        && state.done(MatterAct.DRAFT).isPresent();
        jdbc.sql(
                        """
                        insert into projection.matter
                        values (:id, :organ, :class, :route, :stage, :filed, :published)
                        on conflict (matter) do update set stage = :stage, published = :published
                        """)
                .param("id", MatterForms.matter(stream.getFirst()))
                .param("organ", state.organ().value())
                .param("class", state.of().code())
                .param("route", state.route().code())
                .param("stage", state.stage())
                .param("filed", state.filed().on())
                .param("published", published)
                .update();
        trades(MatterForms.matter(stream.getFirst()), state);
    }

    private void trades(String matter, MatterState state) {
        for (var trade : state.trades().values()) {
            var result = trade.result();
            jdbc.sql(
                            """
                            insert into projection.trade values (:matter, :number, :organ, :kind, :name, :platform, :mode, :announced,
                                :outcome, :winner, :fen, :reason, :settled)
                            on conflict (matter, number) do update set outcome = excluded.outcome, winner = excluded.winner,
                                fen = excluded.fen, reason = excluded.reason, settled = excluded.settled
                            """)
                    .param("matter", matter)
                    .param("number", trade.number())
                    .param("organ", state.organ().value())
                    .param("kind", trade.kind().code())
                    .param("name", trade.name())
                    .param("platform", trade.platform())
                    .param("mode", trade.mode().code())
                    .param("announced", trade.announced())
                    .param("outcome", result == null ? "open" : result.won() ? "won" : "failed")
                    .param("winner", result == null ? "" : result.winner())
                    .param("fen", result == null ? 0L : result.fen())
                    .param("reason", result == null ? "" : result.reason())
                    .param("settled", result == null ? null : result.settled())
                    .update();
        }
    }

    /// 公共资源交易 of every organ, the latest first; an empty kind asks for all.
    public List<TradeRow> trades(String kind, int most) {
        return jdbc.sql(
                        """
                        select * from projection.trade where :kind = '' or kind = :kind
                        order by coalesce(settled, announced) desc, number limit :most
                        """)
                .param("kind", kind)
                .param("most", most)
                .query((rs, _) ->
                        new TradeRow(
                                rs.getString("organ"),
                                rs.getString("kind"),
                                rs.getString("name"),
                                rs.getString("platform"),
                                rs.getString("number"),
                                rs.getString("mode"),
                                rs.getObject("announced", LocalDate.class),
                                rs.getString("outcome"),
                                rs.getString("winner"),
                                rs.getLong("fen"),
                                rs.getString("reason"),
                                rs.getObject("settled", LocalDate.class)))
                .list();
    }

    /// Ids of the organ's matters, the latest first.
    public List<String> of(OrganId organ, int most) {
        return jdbc.sql(
                        """
                        select matter from projection.matter where organ = :organ
                        order by filed_on desc, matter desc limit :most
                        """)
                .param("organ", organ.value())
                .param("most", most)
                .query((rs, _) -> rs.getString("matter"))
                .list();
    }

    /// Ids of matters of any organ at the stage, the oldest first.
    public List<String> at(String stage) {
        return jdbc.sql(
                        """
                        select matter from projection.matter where stage = :stage
                        order by filed_on, matter
                        """)
                .param("stage", stage)
                .query((rs, _) -> rs.getString("matter"))
                .list();
    }

    /// Ids of major decisions whose draft was published, the latest first.
    public List<String> published(int most) {
        return jdbc.sql(
                        """
                        select matter from projection.matter where published
                        order by filed_on desc, matter desc limit :most
                        """)
                .param("most", most)
                .query((rs, _) -> rs.getString("matter"))
                .list();
    }

    /// The highest number of the year, 0 where there is none.
    public int last(LocalDate day) {
        return jdbc.sql(
                        """
                        select coalesce(max(substr(matter, 7)::int), 0) from projection.matter
                        where matter like :year
                        """)
                .param("year", "S" + day.getYear() + "-%")
                .query(Integer.class)
                .single();
    }
}
