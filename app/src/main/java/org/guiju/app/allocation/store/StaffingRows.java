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
        if (!text(e, "method").isEmpty()) {
            jdbc.sql(
                            "insert into projection.allocation_change values (:organ, :seq, :what, :method, :day) on conflict do nothing")
                    .params(
                            Map.of(
                                    "organ", organ,
                                    "seq", e.seq(),
                                    "what", e.kind(),
                                    "method", text(e, "method"),
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
                .param("post", text(e, "post"))
                .param("section", text(e, "section"))
                .param("zh", text(e, "name_zh"))
                .param("en", text(e, "name_en"))
                .param("level", text(e, "level"))
                .param("duty", text(e, "duty"))
                .param("integrity", text(e, "integrity"))
                .param("roles", texts(e, "roles").toArray(String[]::new))
                .param("seats", e.fields().get("seats") instanceof Value.Int(var n) ? (int) n : 1)
                .param("key", text(e, "key").equals("yes"))
                .param("rule", text(e, "rule"))
                .param("risk", text(e, "high_risk").equals("yes"))
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
                .param("post", text(e, "post"))
                .param("person", text(e, "person"))
                .param("manner", text(e, "manner"))
                .param("terms", text(e, "terms"))
                .param("from", day(e, "from"))
                .param("until", dayOrNull(e, "until"))
                .update();
        for (var role : texts(e, "roles")) {
            role(e, organ, role);
        }
        if (!day(e, "from").isAfter(LocalDate.ofInstant(e.at(), OfficialClock.ZONE))
                && !text(e, "manner").equals("seconded")) {
            jdbc.sql(
                            """
                            update projection.officer set organ = :organ, post_zh = :zh, post_en = :en where person = :person
                            """)
                    .params(
                            Map.of(
                                    "organ", organ,
                                    "zh", text(e, "name_zh"),
                                    "en", text(e, "name_en"),
                                    "person", text(e, "person")))
                    .update();
        }
    }

    private void role(EventEntry e, String organ, String role) {
        jdbc.sql(
                        """
                        insert into projection.assignment values (:person, :organ, :section, :role, :from, :until)
                        on conflict do nothing
                        """)
                .param("person", text(e, "person"))
                .param("organ", organ)
                .param("section", text(e, "section"))
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
                .param("post", text(e, "post"))
                .param("person", text(e, "person"))
                .update();
        end(e, organ, texts(e, "roles"), day(e, "last"));
    }

    private void changed(EventEntry e, String organ) {
        end(e, organ, texts(e, "lost"), day(e, "from").minusDays(1));
        for (var role : texts(e, "gained")) {
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
                    .param("person", text(e, "person"))
                    .param("role", role)
                    .update();
        }
    }

    private void assigned(EventEntry e, String organ) {
        jdbc.sql(
                        "insert into projection.portfolio values (:organ, :subject, :leader, :from, :until) on conflict do nothing")
                .param("organ", organ)
                .param("subject", text(e, "subject"))
                .param("leader", text(e, "leader"))
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
                .param("subject", text(e, "subject"))
                .param("leader", text(e, "leader"))
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
                .param("subjects", texts(e, "subjects").toArray(String[]::new))
                .update();
    }

    private void delegated(EventEntry e, String organ) {
        jdbc.sql(
                        """
                        insert into projection.signing_delegation values (:organ, :by, :to, :roles, :powers, :from, :until)
                        on conflict do nothing
                        """)
                .param("organ", organ)
                .param("by", text(e, "giver"))
                .param("to", text(e, "taker"))
                .param("roles", texts(e, "roles").toArray(String[]::new))
                .param("powers", texts(e, "powers").toArray(String[]::new))
                .param("from", day(e, "from"))
                .param("until", day(e, "until"))
                .update();
    }

    private static String text(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Str(var text) ? text : "";
    }

    private static List<String> texts(EventEntry e, String name) {
        return e.fields().get(name) instanceof Value.Strs(var texts) ? texts : List.of();
    }

    private static LocalDate day(EventEntry e, String name) {
        return LocalDate.parse(text(e, name));
    }

    private static @Nullable LocalDate dayOrNull(EventEntry e, String name) {
        return text(e, name).isEmpty() ? null : day(e, name);
    }
}
