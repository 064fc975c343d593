package org.guiju.app.allocation.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Remembered;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of organs, officers, posts, absences and qualifications, from the stream of each organ.
@Component
@Order(20)
public class AllocationProjection implements Projection {
    private final JdbcClient jdbc;
    private final StaffingRows staffing;
    private final Remembered<Roster> roster = new Remembered<>();

    AllocationProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.staffing = new StaffingRows(jdbc);
    }

    /// The roster that every act asks for.
    Roster roster(Supplier<Roster> read) {
        return roster.get(read);
    }

    @Override
    public List<String> tables() {
        return Stream.concat(
                        Stream.of(
                                "organ",
                                "officer",
                                "assignment",
                                "absence",
                                "qualification",
                                "former_post",
                                "kinship"),
                        StaffingRows.tables().stream())
                .toList();
    }

    @Override
    public String reads() {
        return "organ.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        roster.changing();
        var organ = text(stream.getFirst(), "organ");
        for (var event : stream) {
            switch (event.kind()) {
                case "organ.established" -> organ(event, organ);
                case "organ.officer-appointed" -> appointed(event, organ);
                case "organ.officer-absent" -> absent(event);
                case "organ.officer-qualified" -> qualified(event);
                case "organ.former-post-recorded" -> held(event);
                case "organ.kinship-registered" -> related(event);
                default -> {
                    if (!staffing.project(event, organ)) {
                        throw new IllegalStateException("no row knows of " + event.kind());
                    }
                }
            }
        }
    }

    private void organ(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        insert into projection.organ (organ, name_zh, name_en, place, phone, kind, parent, nature)
                            values (:organ, :zh, :en, :place, :phone, :kind, :parent, :nature)
                        on conflict (organ) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                            place = excluded.place, phone = excluded.phone,
                            kind = excluded.kind, parent = excluded.parent, nature = excluded.nature
                        """)
                .params(
                        Map.of(
                                "organ", organ,
                                "zh", text(e, "name_zh"),
                                "en", text(e, "name_en"),
                                "place", text(e, "place"),
                                "phone", text(e, "phone"),
                                "kind", Organ.Kind.of(text(e, "kind")).code(),
                                "parent", text(e, "parent"),
                                "nature", Organ.Nature.of(text(e, "nature")).code()))
                .update();
    }

    private void appointed(EventEntry e, String organ) {
        var person = text(e, "person");
        jdbc.sql(
                        """
                        insert into projection.officer values (:person, :organ, :name, :zh, :en)
                        on conflict (person) do update set organ = excluded.organ, name = excluded.name,
                            post_zh = excluded.post_zh, post_en = excluded.post_en
                        """)
                .params(
                        Map.of(
                                "person", person,
                                "organ", organ,
                                "name", text(e, "name"),
                                "zh", text(e, "post_zh"),
                                "en", text(e, "post_en")))
                .update();
        for (var role : texts(e, "roles")) {
            jdbc.sql(
                            """
                            insert into projection.assignment values (:person, :organ, :section, :role, :from, :until)
                            on conflict do nothing
                            """)
                    .param("person", person)
                    .param("organ", organ)
                    .param("section", text(e, "section"))
                    .param("role", role)
                    .param("from", LocalDate.parse(text(e, "from")))
                    .param("until", date(e, "until"))
                    .update();
        }
    }

    private void absent(EventEntry e) {
        jdbc.sql(
                        "insert into projection.absence values (:person, :deputy, :from, :until) on conflict do nothing")
                .param("person", text(e, "person"))
                .param("deputy", text(e, "deputy"))
                .param("from", LocalDate.parse(text(e, "from")))
                .param("until", LocalDate.parse(text(e, "until")))
                .update();
    }

    private void qualified(EventEntry e) {
        jdbc.sql(
                        "insert into projection.qualification values (:person, :kind, :from, :until) on conflict do nothing")
                .param("person", text(e, "person"))
                .param("kind", text(e, "qualification"))
                .param("from", LocalDate.parse(text(e, "from")))
                .param("until", date(e, "until"))
                .update();
    }

    private void held(EventEntry e) {
        jdbc.sql(
                        "insert into projection.former_post values (:person, :organ, :zh, :en, :from, :until) on conflict do nothing")
                .param("person", text(e, "person"))
                .param("organ", text(e, "former_organ"))
                .param("zh", text(e, "post_zh"))
                .param("en", text(e, "post_en"))
                .param("from", LocalDate.parse(text(e, "from")))
                .param("until", LocalDate.parse(text(e, "until")))
                .update();
    }

    private void related(EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.kinship values (:person, :seq, :relation, :relative, :officer, :where)
                        on conflict do nothing
                        """)
                .param("person", text(e, "person"))
                .param("seq", e.seq())
                .param("relation", text(e, "relation"))
                .param("relative", text(e, "relative"))
                .param("officer", text(e, "relative_person"))
                .param("where", text(e, "where"))
                .update();
    }

    private static String text(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Str(var text) ? text : "";
    }

    private static List<String> texts(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Strs(var texts) ? texts : List.of();
    }

    private static @Nullable LocalDate date(EventEntry e, String name) {
        return text(e, name).isEmpty() ? null : LocalDate.parse(text(e, name));
    }
}
