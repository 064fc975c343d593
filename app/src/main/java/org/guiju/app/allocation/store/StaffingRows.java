package org.guiju.app.allocation.store;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of posts, tenures, fields and delegations, from the stream of each organ.
final class StaffingRows {
    private final JdbcClient jdbc;

    StaffingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static List<String> tables() {
        return List.of(
                "post",
                "tenure",
                "portfolio",
                "barred_field",
                "signing_delegation",
                "allocation_change");
    }

    /// Whether the event is one of these.
    boolean project(EventEntry e, String organ) {
        switch (e.kind()) {
            case "organ.post-set-up" -> setUp(e, organ);
            case "organ.post-filled" -> filled(e, organ);
            case "organ.post-left" -> left(e, organ);
            case "organ.roles-changed" -> changed(e, organ);
            case "organ.field-assigned" -> assigned(e, organ);
            case "organ.field-given-up" -> givenUp(e, organ);
            case "organ.fields-barred" -> barred(e, organ);
            case "organ.signing-delegated" -> delegated(e, organ);
            default -> {
                return false;
            }
        }
        if (!e.text("method").isEmpty()) {
            jdbc.sql(
                            "insert into projection.allocation_change values (:organ, :seq, :what, :method, :day) on conflict do nothing")
                    .params(
                            Map.of(
                                    "organ", organ,
                                    "seq", e.seq(),
                                    "what", e.kind(),
                                    "method", e.text("method"),
                                    "day", day(e, "from")))
                    .update();
        }
        return true;
    }

    private void setUp(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        insert into projection.post values (:organ, :post, :section, :zh, :en, :level, :duty, :integrity, :roles, :seats,
                            :key, :rule, :risk, :from, :until)
                        on conflict (organ, post) do update set section = excluded.section, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, level = excluded.level, duty = excluded.duty, integrity = excluded.integrity,
                            roles = excluded.roles, seats = excluded.seats, key_post = excluded.key_post, rule = excluded.rule,
                            high_risk = excluded.high_risk, from_day = least(projection.post.from_day, excluded.from_day),
                            until_day = excluded.until_day
                        """)
                .param("organ", organ)
                .param("post", e.text("post"))
                .param("section", e.text("section"))
                .param("zh", e.text("name_zh"))
                .param("en", e.text("name_en"))
                .param("level", e.text("level"))
                .param("duty", e.text("duty"))
                .param("integrity", e.text("integrity"))
                .param("roles", e.texts("roles").toArray(String[]::new))
                .param("seats", e.fields().get("seats") instanceof Value.Int(var n) ? (int) n : 1)
                .param("key", e.text("key").equals("yes"))
                .param("rule", e.text("rule"))
                .param("risk", e.text("high_risk").equals("yes"))
                .param("from", day(e, "from"))
                .param("until", dayOrNull(e, "until"))
                .update();
    }

    private void filled(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        insert into projection.tenure values (:organ, :post, :person, :manner, :terms, :from, :until)
                        on conflict do nothing
                        """)
                .param("organ", organ)
                .param("post", e.text("post"))
                .param("person", e.text("person"))
                .param("manner", e.text("manner"))
                .param("terms", e.text("terms"))
                .param("from", day(e, "from"))
                .param("until", dayOrNull(e, "until"))
                .update();
        for (var role : e.texts("roles")) {
            role(e, organ, role);
        }
        if (!day(e, "from").isAfter(LocalDate.ofInstant(e.at(), OfficialClock.ZONE))
                && !e.text("manner").equals("seconded")) {
            jdbc.sql(
                            """
                            update projection.officer set organ = :organ, post_zh = :zh, post_en = :en where person = :person
                            """)
                    .params(
                            Map.of(
                                    "organ", organ,
                                    "zh", e.text("name_zh"),
                                    "en", e.text("name_en"),
                                    "person", e.text("person")))
                    .update();
        }
    }

    private void role(EventEntry e, String organ, String role) {
        jdbc.sql(
                        """
                        insert into projection.assignment values (:person, :organ, :section, :role, :from, :until)
                        on conflict do nothing
                        """)
                .param("person", e.text("person"))
                .param("organ", organ)
                .param("section", e.text("section"))
                .param("role", role)
                .param("from", day(e, "from"))
                .param("until", dayOrNull(e, "until"))
                .update();
    }

    private void left(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        update projection.tenure set until_day = :last where organ = :organ and post = :post and person = :person
                            and from_day <= :last and (until_day is null or until_day > :last)
                        """)
                .param("last", Date.valueOf(day(e, "last")))
                .param("organ", organ)
                .param("post", e.text("post"))
                .param("person", e.text("person"))
                .update();
        end(e, organ, e.texts("roles"), day(e, "last"));
    }

    private void changed(EventEntry e, String organ) {
        end(e, organ, e.texts("lost"), day(e, "from").minusDays(1));
        for (var role : e.texts("gained")) {
            role(e, organ, role);
        }
    }

    private void end(EventEntry e, String organ, List<String> roles, LocalDate last) {
        for (var role : roles) {
            jdbc.sql(
                            """
                            update projection.assignment set until_day = :last where organ = :organ and person = :person and role = :role
                                and from_day <= :last and (until_day is null or until_day > :last)
                            """)
                    .param("last", Date.valueOf(last))
                    .param("organ", organ)
                    .param("person", e.text("person"))
                    .param("role", role)
                    .update();
        }
    }

    private void assigned(EventEntry e, String organ) {
        jdbc.sql(
                        "insert into projection.portfolio values (:organ, :subject, :leader, :from, :until) on conflict do nothing")
                .param("organ", organ)
                .param("subject", e.text("subject"))
                .param("leader", e.text("leader"))
                .param("from", day(e, "from"))
                .param("until", dayOrNull(e, "until"))
                .update();
    }

    private void givenUp(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        update projection.portfolio set until_day = :last where organ = :organ and subject = :subject and leader = :leader
                            and from_day <= :last and (until_day is null or until_day > :last)
                        """)
                .param("last", Date.valueOf(day(e, "last")))
                .param("organ", organ)
                .param("subject", e.text("subject"))
                .param("leader", e.text("leader"))
                .update();
    }

    private void barred(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        insert into projection.barred_field values (:organ, :from, :subjects)
                        on conflict (organ, from_day) do update set subjects = excluded.subjects
                        """)
                .param("organ", organ)
                .param("from", day(e, "from"))
                .param("subjects", e.texts("subjects").toArray(String[]::new))
                .update();
    }

    private void delegated(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        insert into projection.signing_delegation values (:organ, :by, :to, :roles, :powers, :from, :until, :document)
                        on conflict do nothing
                        """)
                .param("organ", organ)
                .param("by", e.text("giver"))
                .param("to", e.text("taker"))
                .param("roles", e.texts("roles").toArray(String[]::new))
                .param("powers", e.texts("powers").toArray(String[]::new))
                .param("from", day(e, "from"))
                .param("until", day(e, "until"))
                .param("document", e.text("document"))
                .update();
    }

    private static LocalDate day(EventEntry e, String name) {
        return LocalDate.parse(e.text(name));
    }

    private static @Nullable LocalDate dayOrNull(EventEntry e, String name) {
        return e.text(name).isEmpty() ? null : day(e, name);
    }
}
