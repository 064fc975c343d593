package org.guiju.app.matters.store;

import java.time.LocalDate;
import java.util.List;
import org.guiju.app.ledger.Projection;
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
        return List.of("matter");
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
