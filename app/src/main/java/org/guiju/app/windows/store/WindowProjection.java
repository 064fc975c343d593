package org.guiju.app.windows.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.windows.WindowItem;
import org.guiju.app.windows.WindowRegister;
import org.guiju.kernel.ledger.EventEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of what happens at the windows, one for each stream.
@Component
@Order(80)
public class WindowProjection implements Projection, WindowRegister {
    private final JdbcClient jdbc;

    WindowProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("window_item");
    }

    @Override
    public String reads() {
        return WindowForms.PREFIX;
    }

    @Override
    public void project(List<EventEntry> stream) {
        var first = stream.getFirst();
        var id = UUID.fromString(first.stream());
        jdbc.sql("delete from projection.window_item where stream = ?").param(id).update();
        jdbc.sql(
                        """
                        insert into projection.window_item values
                        (:stream, :kind, :no, :organ, :window, :person, :state, :on, :due, :grade, :cases, :about, :digest)
                        """)
                .param("stream", id)
                .param("kind", first.text("kind"))
                .param("no", first.text("no"))
                .param("organ", first.text("organ"))
                .param("window", first.text("window"))
                .param("person", last(stream, "person"))
                .param("state", last(stream, "state"))
                .param("on", OfficialClock.dayOf(first.at()))
                .param("due", day(last(stream, "until")))
                .param("grade", last(stream, "grade"))
                .param("cases", String.join(" ", cases(stream)))
                .param("about", last(stream, "about"))
                .param("digest", first.text("digest"))
                .update();
    }

    /// What the latest event that says it says.
    private static String last(List<EventEntry> stream, String field) {
        return stream.reversed().stream()
                .map(e -> e.text(field))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> cases(List<EventEntry> stream) {
        return stream.reversed().stream()
                .map(e -> e.texts("cases"))
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    @Override
    public List<WindowItem> find(String organ, String kind, String state, String person, int most) {
        return jdbc.sql(
                        """
                        select * from projection.window_item
                        where (:organ = '' or organ = :organ) and (:kind = '' or kind = :kind)
                          and (:state = '' or state = :state) and (:person = '' or person = :person)
                        order by on_day desc, no desc limit :most
                        """)
                .param("organ", organ)
                .param("kind", kind)
                .param("state", state)
                .param("person", person)
                .param("most", most)
                .query((rs, _) -> row(rs))
                .list();
    }

    /// Which of the cases stand on a receipt that is still open.
    public Set<String> onOpenReceipts(List<String> cases) {
        return jdbc
                .sql(
                        """
                        select asked.no from unnest(:cases::text[]) as asked (no)
                        where exists (select from projection.window_item
                                      where kind = 'bundle' and state = 'open'
                                        and asked.no = any (string_to_array(cases, ' ')))
                        """)
                .param("cases", cases.toArray(String[]::new))
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    public Optional<WindowItem> byNo(String no) {
        return one("no", no);
    }

    /// By the digest of its link.
    public Optional<WindowItem> byDigest(String digest) {
        return one("digest", digest);
    }

    private Optional<WindowItem> one(String column, String value) {
        return jdbc.sql("select * from projection.window_item where " + column + " = ?")
                .param(value)
                .query((rs, _) -> row(rs))
                .optional();
    }

    @Override
    public List<Count> grades() {
        return jdbc.sql(
                        """
                        select organ, grade, count(*) from projection.window_item
                        where kind = 'rating' and grade <> '' group by organ, grade order by organ, grade
                        """)
                .query((rs, _) ->
                        new Count(
                                Objects.requireNonNull(rs.getString(1)),
                                Objects.requireNonNull(rs.getString(2)),
                                rs.getLong(3)))
                .list();
    }

    private static WindowItem row(ResultSet rs) throws SQLException {
        var cases = rs.getString("cases");
        return new WindowItem(
                rs.getObject("stream", UUID.class),
                rs.getString("kind"),
                rs.getString("no"),
                rs.getString("organ"),
                rs.getString("at_window"),
                rs.getString("person"),
                rs.getString("state"),
                rs.getObject("on_day", LocalDate.class),
                rs.getObject("due", LocalDate.class),
                rs.getString("grade"),
                cases.isEmpty() ? List.of() : Arrays.asList(cases.split(" ")),
                rs.getString("about"));
    }
}
