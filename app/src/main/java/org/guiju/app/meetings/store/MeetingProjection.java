package org.guiju.app.meetings.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.guiju.app.ledger.Projection;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MeetingState;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the meetings: by organ and day, by member, by matter.
@Component
public class MeetingProjection implements Projection {
    private final JdbcClient jdbc;

    MeetingProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("meeting_item", "meeting");
    }

    @Override
    public String reads() {
        return "meeting.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var state = MeetingState.replay(stream.stream().map(MeetingForms::read).toList());
        var n = state.notice();
        jdbc.sql(
                        """
                        insert into projection.meeting values (:id, :kind, :organ, :day, :stage, :members)
                        on conflict (meeting) do update set stage = :stage
                        """)
                .param("id", n.id())
                .param("kind", n.kind())
                .param("organ", n.organ().value())
                .param("day", n.day())
                .param("stage", state.stage().code())
                .param("members", n.members().stream().map(PersonId::value).toArray(String[]::new))
                .update();
        for (var item : state.items()) {
            jdbc.sql(
                            """
                            insert into projection.meeting_item values (:id, :no, :sort, :matter, :settled)
                            on conflict (meeting, no) do update set settled = :settled
                            """)
                    .param("id", n.id())
                    .param("no", item.item().no())
                    .param("sort", item.item().matter().sort().code())
                    .param("matter", item.item().matter().id())
                    .param("settled", item.withdrawn() != null)
                    .update();
        }
    }

    /// Ids of the organ's meetings, the latest day first.
    public List<String> of(OrganId organ, int most) {
        return jdbc.sql(
                        """
                        select meeting from projection.meeting where organ = :organ
                        order by held_on desc, meeting desc limit :most
                        """)
                .param("organ", organ.value())
                .param("most", most)
                .query((rs, _) -> rs.getString("meeting"))
                .list();
    }

    /// Ids of meetings in which the person sits and that are not finished.
    public List<String> of(PersonId person) {
        return jdbc.sql(
                        """
                        select meeting from projection.meeting
                        where members @> array[:person]::text[] and stage not in ('done', 'cancelled')
                        order by held_on, meeting
                        """)
                .param("person", person.value())
                .query((rs, _) -> rs.getString("meeting"))
                .list();
    }

    /// Ids of meetings of the organ, and of those in which one of the persons sits, on a day of the span, both ends included.
    public List<String> between(
            String organ, Collection<PersonId> persons, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select meeting from projection.meeting
                        where held_on between :from and :until and (organ = :organ or members && :persons::text[])
                        order by held_on, meeting
                        """)
                .param("from", from)
                .param("until", until)
                .param("organ", organ)
                .param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
                .query((rs, _) -> rs.getString("meeting"))
                .list();
    }

    /// Ids of meetings that have the matter on their agenda, the latest first.
    public List<String> of(MatterRef matter) {
        return jdbc.sql(
                        """
                        select m.meeting from projection.meeting m
                            join projection.meeting_item i on i.meeting = m.meeting
                        where i.sort = :sort and i.matter = :matter and not i.settled
                        order by m.held_on desc, m.meeting desc
                        """)
                .param("sort", matter.sort().code())
                .param("matter", matter.id())
                .query((rs, _) -> rs.getString("meeting"))
                .list();
    }

    /// The highest number of the year, 0 where there is none.
    public int last(LocalDate day) {
        return jdbc.sql(
                        """
                        select coalesce(max(substr(meeting, 7)::int), 0) from projection.meeting
                        where meeting like :year
                        """)
                .param("year", "M" + day.getYear() + "-%")
                .query(Integer.class)
                .single();
    }
}
