package org.guiju.app.allocation.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Enforcers;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.kernel.allocation.FormerPost;
import org.guiju.kernel.allocation.Kinship;
import org.guiju.kernel.allocation.RecusalGrounds;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the allocation rows.
@Component
class JdbcAllocation implements Allocation {
    private static final RowMapper<Organ> ORGAN =
            (rs, _) ->
                    new Organ(
                            new OrganId(rs.getString("organ")),
                            Organ.Kind.of(rs.getString("kind")),
                            rs.getString("parent").isEmpty()
                                    ? null
                                    : new OrganId(rs.getString("parent")),
                            new Text(rs.getString("name_zh"), orNull(rs.getString("name_en"))),
                            rs.getString("place"),
                            rs.getString("phone"),
                            Organ.Nature.of(rs.getString("nature")));
    private static final RowMapper<Officer> OFFICER =
            (rs, _) ->
                    new Officer(
                            new PersonId(rs.getString("person")),
                            new OrganId(rs.getString("organ")),
                            rs.getString("name"),
                            new Text(rs.getString("post_zh"), orNull(rs.getString("post_en"))));
    private final JdbcClient jdbc;
    private final AllocationProjection projection;

    JdbcAllocation(JdbcClient jdbc, AllocationProjection projection) {
        this.jdbc = jdbc;
        this.projection = projection;
    }

    @Override
    public Roster roster() {
        return projection.roster(this::read);
    }

    private Roster read() {
        var assignments =
                jdbc.sql("select * from projection.assignment order by person, role")
                        .query((rs, _) ->
                                new Roster.Assignment(
                                        new PersonId(rs.getString("person")),
                                        new OrganId(rs.getString("organ")),
                                        rs.getString("section"),
                                        rs.getString("role"),
                                        rs.getObject("from_day", LocalDate.class),
                                        rs.getObject("until_day", LocalDate.class)))
                        .list();
        var absences =
                jdbc.sql("select * from projection.absence order by person, from_day")
                        .query((rs, _) ->
                                new Roster.Absence(
                                        new PersonId(rs.getString("person")),
                                        new PersonId(rs.getString("deputy")),
                                        rs.getObject("from_day", LocalDate.class),
                                        rs.getObject("until_day", LocalDate.class)))
                        .list();
        var qualifications =
                jdbc.sql(
                                "select * from projection.qualification order by person, kind, area, from_day")
                        .query((rs, _) ->
                                new Roster.Qualification(
                                        new PersonId(rs.getString("person")),
                                        rs.getString("kind"),
                                        rs.getString("number"),
                                        rs.getString("area"),
                                        rs.getObject("from_day", LocalDate.class),
                                        rs.getObject("until_day", LocalDate.class)))
                        .list();
        var delegations =
                jdbc.sql(
                                "select * from projection.signing_delegation order by organ, from_day, giver, taker")
                        .query(JdbcPortfolios.SIGNING)
                        .list();
        return new Roster(
                assignments,
                absences,
                qualifications,
                delegations,
                LoanRows.loans(jdbc),
                LoanRows.policies(jdbc));
    }

    private Directory directory() {
        return projection.directory(() ->
                new Directory(
                        jdbc.sql(
                                        "select * from projection.organ order by array_position(array['party', 'bureau', 'township', 'village', 'discipline'], kind), organ")
                                .query(ORGAN)
                                .list(),
                        jdbc.sql("select * from projection.officer order by person")
                                .query(OFFICER)
                                .list()));
    }

    @Override
    public Optional<Organ> organ(OrganId id) {
        return directory().organ(id);
    }

    @Override
    public List<Organ> organs() {
        return directory().organs();
    }

    @Override
    public Optional<Officer> officer(PersonId person) {
        return directory().officer(person);
    }

    @Override
    public List<Officer> officers(OrganId organ) {
        return directory().officers(organ);
    }

    @Override
    public List<FormerPost> formerPosts(PersonId person) {
        return jdbc.sql(
                        "select * from projection.former_post where person = :person order by from_day, organ")
                .param("person", person.value())
                .query((rs, _) ->
                        new FormerPost(
                                new PersonId(rs.getString("person")),
                                new OrganId(rs.getString("organ")),
                                new Text(rs.getString("post_zh"), orNull(rs.getString("post_en"))),
                                rs.getObject("from_day", LocalDate.class),
                                rs.getObject("until_day", LocalDate.class)))
                .list();
    }

    @Override
    public List<Kinship> kin(PersonId person) {
        return jdbc.sql("select * from projection.kinship where person = :person order by seq")
                .param("person", person.value())
                .query((rs, _) ->
                        new Kinship(
                                new PersonId(rs.getString("person")),
                                Kinship.Relation.of(rs.getString("relation")),
                                rs.getString("relative"),
                                rs.getString("officer").isEmpty()
                                        ? null
                                        : new PersonId(rs.getString("officer")),
                                rs.getString("place")))
                .list();
    }

    @Override
    public List<RecusalGrounds.Interest> interests(PersonId person) {
        return jdbc.sql(
                        "select * from projection.interest where person = :person order by seq desc")
                .param("person", person.value())
                .query((rs, _) ->
                        new RecusalGrounds.Interest(
                                new PersonId(rs.getString("person")),
                                rs.getString("party"),
                                rs.getString("what"),
                                rs.getObject("from_day", LocalDate.class),
                                rs.getObject("until_day", LocalDate.class),
                                rs.getObject("declared_on", LocalDate.class)))
                .list();
    }

    @Override
    public List<Enforcers.Qualified> enforcement(OrganId organ) {
        return jdbc.sql(
                        "select * from projection.organ_qualification where organ = :organ order by seq desc")
                .param("organ", organ.value())
                .query((rs, _) ->
                        new Enforcers.Qualified(
                                organ,
                                rs.getString("basis"),
                                rs.getObject("from_day", LocalDate.class),
                                rs.getObject("until_day", LocalDate.class)))
                .list();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
