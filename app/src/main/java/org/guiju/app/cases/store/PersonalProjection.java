package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.cases.PersonalState;
import org.guiju.app.ledger.Projection;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose data were put away or destroyed.
@Component
@Order(90)
public class PersonalProjection implements Projection {
    private final JdbcClient jdbc;

    PersonalProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PersonalState> find(String subject) {
        return jdbc.sql(
                        "select state, day, article, officer from projection.personal_state where subject = :subject")
                .param("subject", subject)
                .query((rs, _) ->
                        new PersonalState(
                                rs.getString(1),
                                rs.getObject(2, LocalDate.class),
                                rs.getString(3),
                                rs.getString(4)))
                .optional();
    }

    @Override
    public List<String> tables() {
        return List.of("personal_state");
    }

    @Override
    public String reads() {
        return "personal.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        stream.forEach(this::apply);
    }

    public void apply(EventEntry event) {
        jdbc.sql(
                        """
                        insert into projection.personal_state values (:subject, :state, :day, :article, :officer)
                        on conflict (subject) do update set state = excluded.state, day = excluded.day,
                            article = excluded.article, officer = excluded.officer
                        """)
                .param("subject", event.text("subject"))
                .param("state", event.kind().substring("personal.".length()))
                .param("day", LocalDate.parse(event.text("on")))
                .param("article", event.text("article"))
                .param("officer", event.text("officer"))
                .update();
    }
}
