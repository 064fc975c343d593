package org.guiju.app.cases.store;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.NumberedForm.Kind;
import org.guiju.app.ledger.Projection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// 编号决定书的行: one row a number, from the stream of its pad.
@Component
@Order(45)
public class NumberedFormProjection implements Projection {
    private static final String UNUSED =
            " used_on is null and voided_on is null and returned_on is null ";
    private final JdbcClient jdbc;

    NumberedFormProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> tables() {
        return List.of("numbered_form");
    }

    @Override
    public String reads() {
        return "pads.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        stream.forEach(this::apply);
    }

    /// The rows of one event; a number issued twice breaks the key and with it the transaction.
    public void apply(EventEntry event) {
        var f = new Fields(event);
        var day = OfficialClock.dayOf(event.at());
        switch (event.kind()) {
            case "pads.issued" -> issued(f, day);
            case "pads.used" -> used(f, day);
            case "pads.voided" ->
                    set(
                            f,
                            "void_reason = :what, voided_on = :day",
                            f.text("reason"),
                            day,
                            f.text("number"));
            case "pads.returned" ->
                    f.texts("numbers").forEach(n -> set(f, "returned_on = :day", "", day, n));
            default -> throw new IllegalStateException("no row knows of " + event.kind());
        }
    }

    private void issued(Fields f, LocalDate day) {
        var numbers = NumberedForm.numbers(f.text("prefix"), f.amount("from"), f.amount("to"));
        jdbc.sql(
                        """
                        insert into projection.numbered_form (organ, number, person, issued_on, pad, stream, form)
                        select :organ, n, :person, :day, :pad, :stream, :form from unnest(:numbers::text[]) n
                        """)
                .param("organ", f.text("organ"))
                .param("person", f.text("person"))
                .param("day", day)
                .param("pad", numbers.getFirst())
                .param("stream", UUID.fromString(f.event().stream()))
                .param("form", Kind.of(f.text("form")).code())
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }

    private void used(Fields f, LocalDate day) {
        var given = f.text("given");
        jdbc.sql(
                        """
                        update projection.numbered_form set case_no = :case, used_on = :day, given_on = :given, act = :act
                        where organ = :organ and number = :number
                        """)
                .param("case", f.text("case"))
                .param("day", day)
                .param("given", given.isEmpty() ? null : LocalDate.parse(given), Types.DATE)
                .param("act", given.isEmpty() ? null : f.text("act"), Types.VARCHAR)
                .param("organ", f.text("organ"))
                .param("number", f.text("number"))
                .update();
    }

    private void set(Fields f, String columns, String what, LocalDate day, String number) {
        var statement =
                jdbc.sql(
                                "update projection.numbered_form set "
                                        + columns
                                        + " where organ = :organ and number = :number")
                        .param("day", day)
                        .param("organ", f.text("organ"))
                        .param("number", number);
        (what.isEmpty() ? statement : statement.param("what", what)).update();
    }

    /// Numbers that the person can still use.
    public Set<String> unused(OrganId organ, PersonId person) {
        return new TreeSet<>(
                jdbc.sql(
                                "select number from projection.numbered_form"
                                        + " where organ = :organ and person = :person and form = 'on-the-spot' and"
                                        + UNUSED)
                        .param("organ", organ.value())
                        .param("person", person.value())
                        .query(String.class)
                        .list());
    }

    /// 未补录的应急凭证 of the organ, in whosever hands.
    public Set<String> vouchers(OrganId organ) {
        return new TreeSet<>(
                jdbc.sql(
                                "select number from projection.numbered_form where organ = :organ and form = 'voucher' and"
                                        + UNUSED)
                        .param("organ", organ.value())
                        .query(String.class)
                        .list());
    }

    /// Holds the number for this transaction.
    ///
    /// @return the stream of its pad; empty unless it is still unused, once all who held it before are done
    public Optional<UUID> take(OrganId organ, String number) {
        return jdbc.sql(
                        "select stream from projection.numbered_form where organ = :organ and number = :number and"
                                + UNUSED
                                + "for update")
                .param("organ", organ.value())
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    /// 余号: one that nobody has used, and the stream of its pad.
    public record Left(String number, UUID stream) {}

    /// Holds what is left of a pad for this transaction.
    public List<Left> takeLeft(OrganId organ, String pad) {
        return jdbc.sql(
                        "select number, stream from projection.numbered_form where organ = :organ and pad = :pad and"
                                + UNUSED
                                + "order by number for update")
                .param("organ", organ.value())
                .param("pad", pad)
                .query((rs, _) ->
                        new Left(rs.getString("number"), rs.getObject("stream", UUID.class)))
                .list();
    }

    public Optional<NumberedForm> find(OrganId organ, String number) {
        return jdbc.sql(
                        "select * from projection.numbered_form where organ = :organ and number = :number")
                .param("organ", organ.value())
                .param("number", number)
                .query((rs, _) -> row(rs))
                .optional();
    }

    /// The first of these numbers that was issued before: one question, so that of somebody else's pad all or none is seen.
    public Optional<String> firstTaken(OrganId organ, List<String> numbers) {
        return jdbc.sql(
                        """
                        select min(number) from projection.numbered_form
                        where organ = :organ and number = any(:numbers::text[])
                        """)
                .param("organ", organ.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query((rs, _) -> Optional.ofNullable(rs.getString(1)))
                .single();
    }

    /// The number that the organ's next pad under this prefix begins with.
    public long next(OrganId organ, String prefix) {
        return jdbc.sql(
                                """
                                select coalesce(max(right(number, :digits)::int), 0) from projection.numbered_form
                                where organ = :organ and left(number, -:digits) = :prefix
                                """)
                        .param("digits", NumberedForm.DIGITS)
                        .param("organ", organ.value())
                        .param("prefix", prefix)
                        .query(Long.class)
                        .single()
                + 1;
    }

    static NumberedForm row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new NumberedForm(
                Kind.of(rs.getString("form")),
                rs.getString("number"),
                rs.getString("pad"),
                new PersonId(rs.getString("person")),
                rs.getObject("issued_on", LocalDate.class),
                rs.getString("case_no"),
                rs.getObject("used_on", LocalDate.class),
                rs.getString("void_reason"),
                rs.getObject("voided_on", LocalDate.class),
                rs.getObject("returned_on", LocalDate.class),
                rs.getObject("given_on", LocalDate.class),
                rs.getString("act"));
    }
}
