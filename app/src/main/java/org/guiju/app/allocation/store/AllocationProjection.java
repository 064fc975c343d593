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
    private final LoanRows loans;
    private final Remembered<Roster> roster = new Remembered<>();
    private final Remembered<Directory> directory = new Remembered<>();

    AllocationProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.staffing = new StaffingRows(jdbc);
        this.loans = new LoanRows(jdbc);
    }

    /// The roster that every act asks for.
    Roster roster(Supplier<Roster> read) {
        return roster.get(read);
    }

    /// Who is who, which every page asks for many times.
    Directory directory(Supplier<Directory> read) {
        return directory.get(read);
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
                                "kinship",
                                "interest",
                                "organ_qualification"),
                        Stream.concat(StaffingRows.tables().stream(), LoanRows.tables().stream()))
                .toList();
    }

    @Override
    public String reads() {
        return "organ.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        roster.changing();
        directory.changing();
        var organ = stream.getFirst().text("organ");
        for (var event : stream) {
            switch (event.kind()) {
                case "organ.established" -> organ(event, organ);
                case "organ.officer-appointed" -> appointed(event, organ);
                case "organ.officer-absent" -> absent(event);
                case "organ.officer-qualified" -> qualified(event);
                case "organ.former-post-recorded" -> held(event);
                case "organ.kinship-registered" -> related(event);
                case "organ.interest-declared" -> declared(event);
                case "organ.certificate-withdrawn" -> withdrawn(event);
                case "organ.enforcement-qualified" -> mayEnforce(event, organ);
                default -> {
                    if (!staffing.project(event, organ) && !loans.project(event, organ)) {
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
                                "zh", e.text("name_zh"),
                                "en", e.text("name_en"),
                                "place", e.text("place"),
                                "phone", e.text("phone"),
                                "kind", Organ.Kind.of(e.text("kind")).code(),
                                "parent", e.text("parent"),
                                "nature", Organ.Nature.of(e.text("nature")).code()))
                .update();
    }

    private void appointed(EventEntry e, String organ) {
        var person = e.text("person");
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
                                "name", e.text("name"),
                                "zh", e.text("post_zh"),
                                "en", e.text("post_en")))
                .update();
        for (var role : e.texts("roles")) {
            jdbc.sql(
                            """
                            insert into projection.assignment values (:person, :organ, :section, :role, :from, :until)
                            on conflict do nothing
                            """)
                    .param("person", person)
                    .param("organ", organ)
                    .param("section", e.text("section"))
                    .param("role", role)
                    .param("from", LocalDate.parse(e.text("from")))
                    .param("until", date(e, "until"))
                    .update();
        }
    }

    private void absent(EventEntry e) {
        jdbc.sql(
                        "insert into projection.absence values (:person, :deputy, :from, :until) on conflict do nothing")
                .param("person", e.text("person"))
                .param("deputy", e.text("deputy"))
                .param("from", LocalDate.parse(e.text("from")))
                .param("until", LocalDate.parse(e.text("until")))
                .update();
    }

    private void qualified(EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.qualification
                        values (:person, :kind, :from, :until, :number, :area) on conflict do nothing
                        """)
                .param("number", e.text("number"))
                .param("area", e.text("area"))
                .param("person", e.text("person"))
                .param("kind", e.text("qualification"))
                .param("from", LocalDate.parse(e.text("from")))
                .param("until", date(e, "until"))
                .update();
    }

    private void held(EventEntry e) {
        jdbc.sql(
                        "insert into projection.former_post values (:person, :organ, :zh, :en, :from, :until) on conflict do nothing")
                .param("person", e.text("person"))
                .param("organ", e.text("former_organ"))
                .param("zh", e.text("post_zh"))
                .param("en", e.text("post_en"))
                .param("from", LocalDate.parse(e.text("from")))
                .param("until", LocalDate.parse(e.text("until")))
                .update();
    }

    private void related(EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.kinship values (:person, :seq, :relation, :relative, :officer, :where)
                        on conflict do nothing
                        """)
                .param("person", e.text("person"))
                .param("seq", e.seq())
                .param("relation", e.text("relation"))
                .param("relative", e.text("relative"))
                .param("officer", e.text("relative_person"))
                .param("where", e.text("where"))
                .update();
    }

    /// The last day moves up, whatever a certificate says itself.
    private void withdrawn(EventEntry e) {
        jdbc.sql(
                        """
                        update projection.qualification set until_day = :last
                        where person = :person and kind = :kind and area = :area
                          and from_day <= :last and (until_day is null or until_day > :last)
                        """)
                .param("person", e.text("person"))
                .param("kind", e.text("qualification"))
                .param("area", e.text("area"))
                .param("last", LocalDate.parse(e.text("last")))
                .update();
    }

    private void mayEnforce(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        insert into projection.organ_qualification
                        values (:organ, :seq, :basis, :from, :until) on conflict do nothing
                        """)
                .param("organ", organ)
                .param("seq", e.seq())
                .param("basis", e.text("basis"))
                .param("from", LocalDate.parse(e.text("from")))
                .param("until", date(e, "until"))
                .update();
    }

    private void declared(EventEntry e) {
        jdbc.sql(
                        """
                        insert into projection.interest
                        values (:person, :seq, :party, :what, :from, :until, :on) on conflict do nothing
                        """)
                .param("person", e.text("person"))
                .param("seq", e.seq())
                .param("party", e.text("party"))
                .param("what", e.text("what"))
                .param("from", LocalDate.parse(e.text("from")))
                .param("until", date(e, "until"))
                .param("on", LocalDate.parse(e.text("on")))
                .update();
    }

    private static @Nullable LocalDate date(EventEntry e, String name) {
        return e.text(name).isEmpty() ? null : LocalDate.parse(e.text(name));
    }
}
