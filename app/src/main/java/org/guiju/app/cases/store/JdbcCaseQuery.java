package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.ledger.BlindIndex;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.PersonId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the rows of cases.
@Component
class JdbcCaseQuery implements CaseQuery {
    static final RowMapper<CaseRow> ROW =
            (rs, _) ->
                    new CaseRow(
                            rs.getObject("case_id", UUID.class),
                            rs.getString("no"),
                            rs.getString("power"),
                            rs.getInt("version"),
                            rs.getString("situation"),
                            rs.getString("organ"),
                            rs.getString("channel"),
                            rs.getString("applicant_masked"),
                            rs.getObject("received_on", LocalDate.class),
                            rs.getObject("accepted_on", LocalDate.class),
                            List.of((String[]) rs.getArray("open_steps").getArray()),
                            rs.getString("first_handler"),
                            rs.getObject("promise_due", LocalDate.class),
                            rs.getObject("statute_due", LocalDate.class),
                            rs.getBoolean("provisional"),
                            rs.getBoolean("paused"),
                            rs.getObject("decided_on", LocalDate.class),
                            rs.getObject("granted", Boolean.class),
                            rs.getObject("closed_on", LocalDate.class),
                            rs.getString("outcome"),
                            rs.getObject("publicity_until", LocalDate.class),
                            rs.getBoolean("publicised"),
                            rs.getString("decision"));
    private static final Set<String> DECISIONS =
            Set.of(
                    "granted",
                    "refused",
                    "punished",
                    "not-punished",
                    "transferred",
                    "made",
                    "not-made",
                    "settled");
    private static final String OPEN = "closed_on is null";

    /// What runs comes before what is over, the nearest deadline first; what is over, the latest first.
    private static final String BY_URGENCY =
            "closed_on desc nulls first, decided_on is not null, promise_due nulls last, no desc";

    private final JdbcClient jdbc;
    private final OfficialClock clock;
    private final WordRows words;
    private final CaseTallies tallies;

    JdbcCaseQuery(JdbcClient jdbc, OfficialClock clock, BlindIndex index, CaseTallies tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.words = new WordRows(index);
        this.clock = clock;
    }

    /// What a state asks of a row; empty where it asks nothing. Every day's list is of cases that are not closed: the words of that
    /// condition are those of the index that holds them.
    private static String condition(String state) {
        return switch (state) {
            case "open" -> "closed_on is null";
            case "closed" -> "closed_on is not null";
            case "overdue" -> "closed_on is null and decided_on is null and promise_due < :today";
            case "due-soon" ->
                    "closed_on is null and decided_on is null and promise_due between :today and :today + 3";
            case "paused" -> "paused and closed_on is null";
            default -> DECISIONS.contains(state) ? "decision = '" + state + "'" : "";
        };
    }

    /// The same of a row of the counts, which knows only what does not run.
    private static String tallied(String state) {
        return state.equals("closed") ? "closed" : condition(state);
    }

    /// Whether it is counted without reading the cases: no text, and nothing that runs.
    private static boolean tallied(Filter filter, String state) {
        return filter.text().isEmpty() && !condition(state).contains(OPEN);
    }

    private Asked asked(Filter filter) {
        var asked = new Asked(new ArrayList<>(), new HashMap<>());
        common(filter, asked.where(), asked.params());
        if (!filter.text().isEmpty()) {
            asked.where().add(inside(filter.text(), asked.params()));
        }
        asked.params().put("today", clock.today());
        return asked;
    }

    private Asked inState(Filter filter) {
        var asked = asked(filter);
        var condition = condition(filter.state());
        if (!condition.isEmpty()) {
            asked.where().add(condition);
        }
        return asked;
    }

    @Override
    public Page<CaseRow> find(Filter filter) {
        var asked = inState(filter);
        var state = filter.state();
        long total =
                tallied(filter, state)
                        ? tallies.counts(filter, Map.of(state, tallied(state)))
                                .getOrDefault(state, 0L)
                        : count(asked);
        return new Page<>(rows(filter, asked, BY_URGENCY), total, filter.page(), filter.size());
    }

    @Override
    public List<CaseRow> rows(Filter filter) {
        return rows(filter, inState(filter), BY_URGENCY);
    }

    @Override
    public Map<String, Long> counts(Filter filter, Collection<String> states) {
        var counts = new LinkedHashMap<String, Long>();
        states.forEach(s -> counts.put(s, 0L));
        // What runs is counted from its few rows, the rest from what is kept: two readings.
        var running = states.stream().filter(s -> condition(s).contains(OPEN)).toList();
        var others = states.stream().filter(s -> !running.contains(s)).toList();
        count(filter, running, true, counts);
        if (filter.text().isEmpty()) {
            counts.putAll(
                    tallies.counts(
                            filter,
                            others.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    s -> s,
                                                    JdbcCaseQuery::tallied,
                                                    (a, _) -> a,
                                                    LinkedHashMap::new))));
        } else {
            count(filter, others, false, counts);
        }
        return counts;
    }

    private void count(Filter filter, List<String> states, boolean open, Map<String, Long> counts) {
        if (states.isEmpty()) {
            return;
        }
        var asked = asked(filter);
        if (open) {
            asked.where().add(OPEN);
        }
        var columns =
                states.stream()
                        .map(JdbcCaseQuery::condition)
                        .map(c -> "count(*)" + (c.isEmpty() ? "" : " filter (where " + c + ")"))
                        .collect(Collectors.joining(", "));
        jdbc.sql("select " + columns + " from projection.case_row" + asked.condition())
                .params(asked.params())
                .query(rs -> {
                    for (int i = 0; i < states.size(); i++) {
                        counts.put(states.get(i), rs.getLong(i + 1));
                    }
                });
    }

    @Override
    public Page<CaseRow> results(Filter filter, Posted posted) {
        // A penalty is public while its publicity lasts and no longer.
        var where =
                new ArrayList<>(
                        List.of(
                                "decided_on is not null",
                                "publicised",
                                "(granted is not null or publicity_until >= :today)"));
        var params = new HashMap<String, Object>();
        params.put("today", clock.today());
        switch (posted) {
            case ANY -> {}
            case NOW -> where.add("publicity_until >= :today");
            case PAST -> where.add("publicity_until < :today");
        }
        var decision = DECISIONS.contains(filter.state()) ? filter.state() : "";
        if (!decision.isEmpty()) {
            where.add(condition(decision));
        }
        common(filter, where, params);
        if (!filter.text().isEmpty()) {
            // Strangers find by what the list shows and by nothing that is written in the case.
            where.add(onTheRow(filter.text(), params));
        }
        var asked = new Asked(where, params);
        return new Page<>(
                rows(filter, asked, "decided_on desc, no desc"),
                filter.text().isEmpty()
                        ? tallies.results(filter, decision, posted, clock.today())
                        : count(asked),
                filter.page(),
                filter.size());
    }

    @Override
    public Page<Announced> announced(Filter filter, Posted posted) {
        var where = new ArrayList<>(List.of("announced_from is not null"));
        var params = new HashMap<String, Object>();
        params.put("today", clock.today());
        // Taken down early, it is no longer up although its last day is to come.
        var up =
                "(decided_on is null and closed_on is null and (announced_until is null or announced_until >= :today))";
        switch (posted) {
            case ANY -> {}
            case NOW -> where.add(up);
            case PAST -> where.add("not " + up);
        }
        common(filter, where, params);
        if (!filter.text().isEmpty()) {
            where.add(onTheRow(filter.text(), params));
        }
        var asked = new Asked(where, params);
        var rows =
                jdbc.sql(
                                "select * from projection.case_row"
                                        + asked.condition()
                                        + " order by announced_from desc, no desc limit :limit offset :offset")
                        .params(asked.params())
                        .param("limit", filter.size())
                        .param("offset", (long) (filter.page() - 1) * filter.size())
                        .query((rs, n) ->
                                new Announced(
                                        ROW.mapRow(rs, n),
                                        rs.getObject("announced_from", LocalDate.class),
                                        rs.getObject("announced_until", LocalDate.class)))
                        .list();
        return new Page<>(rows, count(asked), filter.page(), filter.size());
    }

    @Override
    public Map<UUID, List<String>> places(Collection<UUID> cases, String text) {
        var found = new LinkedHashMap<UUID, List<String>>();
        for (var way : cases.isEmpty() ? List.<String>of() : words.asked(text)) {
            jdbc.sql(
                            """
                            select case_id, step, min(seq) as first from projection.case_word
                            where case_id in (:cases) and words @> :way::bigint[] group by case_id, step order by first
                            """)
                    .param("cases", cases)
                    .param("way", way)
                    .query(
                            (RowCallbackHandler)
                                    rs ->
                                            found.computeIfAbsent(
                                                            rs.getObject("case_id", UUID.class),
                                                            _ -> new ArrayList<>())
                                                    .add(rs.getString("step")));
        }
        return found;
    }

    /// The grams find the rows by their index (`V385`), the rest holds them against the text itself.
    private static String onTheRow(String text, Map<String, Object> params) {
        params.put("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        params.put("said", text);
        return "projection.grams(no || ' ' || applicant_masked || ' ' || power) @> projection.grams(:said)"
                + " and (no ilike :text or applicant_masked ilike :text or power ilike :text)";
    }

    /// By what stands in the row, by the whole name or its initials, or by what was written in the case. One way after the other: of
    /// conditions joined by "or" no index would be asked.
    private String inside(String text, Map<String, Object> params) {
        var ways =
                new ArrayList<>(
                        List.of(
                                "select case_id from projection.case_row where "
                                        + onTheRow(text, params)));
        for (var way : words.asked(text)) {
            var name = "words" + ways.size();
            params.put(name, way);
            ways.add(
                    "select case_id from projection.case_word where words @> :"
                            + name
                            + "::bigint[]");
        }
        return "case_id in (" + String.join(" union ", ways) + ")";
    }

    static void common(Filter filter, Collection<String> where, Map<String, Object> params) {
        if (!filter.power().isEmpty()) {
            where.add("power = :power");
            params.put("power", filter.power());
        }
        if (!filter.organ().isEmpty()) {
            where.add("organ = :organ");
            params.put("organ", filter.organ());
        }
    }

    /// 条件 of a query and its values.
    private record Asked(List<String> where, Map<String, Object> params) {
        String condition() {
            return where.isEmpty() ? "" : " where " + String.join(" and ", where);
        }
    }

    private long count(Asked asked) {
        return jdbc.sql("select count(*) from projection.case_row" + asked.condition())
                .params(asked.params())
                .query(Long.class)
                .single();
    }

    private List<CaseRow> rows(Filter filter, Asked asked, String order) {
        return jdbc.sql(
                        "select * from projection.case_row"
                                + asked.condition()
                                + " order by "
                                + order
                                + " limit :limit offset :offset")
                .params(asked.params())
                .param("limit", filter.size())
                .param("offset", (long) (filter.page() - 1) * filter.size())
                .query(ROW)
                .list();
    }

    @Override
    public List<Task> tasks(PersonId person) {
        // A task with a name is that person's or his deputy's; one without is anybody's who holds
        // the role or deputises.
        return jdbc.sql(
                        """
                        with me as (
                            select :person as person
                            union select person from projection.absence
                            where deputy = :person and :today between from_day and until_day)
                        select t.step, t.role, t.due as task_due, c.*
                        from projection.task t join projection.case_row c using (case_id)
                        where t.person in (select person from me)
                           or (t.person = '' and exists (
                                select 1 from projection.assignment a
                                where a.person in (select person from me) and a.role = t.role and a.organ = t.organ
                                  and :today >= a.from_day and (a.until_day is null or :today <= a.until_day)))
                        order by coalesce(t.due, case when c.decided_on is null then c.promise_due end, '9999-12-31'),
                            c.promise_due nulls last, c.no
                        """)
                .param("person", person.value())
                .param("today", clock.today())
                .query((rs, n) ->
                        new Task(
                                java.util.Objects.requireNonNull(ROW.mapRow(rs, n)),
                                rs.getString("step"),
                                rs.getString("role"),
                                rs.getObject("task_due", LocalDate.class)))
                .list();
    }

    @Override
    public List<Informed> informed(PersonId person, int most) {
        return jdbc.sql(
                        """
                        select i.day, i.giver, c.* from projection.case_informed i join projection.case_row c using (case_id)
                        where i.person = :person order by i.day desc, c.no desc limit :most
                        """)
                .param("person", person.value())
                .param("most", most)
                .query((rs, n) ->
                        new Informed(
                                java.util.Objects.requireNonNull(ROW.mapRow(rs, n)),
                                rs.getObject("day", LocalDate.class),
                                new PersonId(rs.getString("giver"))))
                .list();
    }

    @Override
    public List<CaseRow> ofAccount(String account) {
        return jdbc.sql(
                        "select * from projection.case_row where account = :account and account <> '' order by no desc")
                .param("account", account)
                .query(ROW)
                .list();
    }

    @Override
    public Optional<UUID> byNo(String no) {
        return jdbc.sql("select case_id from projection.case_row where no = :no")
                .param("no", no)
                .query(UUID.class)
                .optional();
    }

    @Override
    public long acceptedBefore(String power, List<String> situations, String no) {
        return situations.isEmpty()
                ? 0
                : jdbc.sql(
                                """
                                select count(*) from projection.case_row c
                                join projection.case_row mine on mine.no = :no
                                where c.power = :power and c.situation in (:situations) and c.decided_on is null
                                  and c.closed_on is null and (c.accepted_on, c.no) < (mine.accepted_on, mine.no)
                                """)
                        .param("power", power)
                        .param("situations", situations)
                        .param("no", no)
                        .query(Long.class)
                        .single();
    }

    @Override
    public Optional<UUID> byPaymentCode(String code) {
        return jdbc.sql("select case_id from projection.case_row where payment_code = :code")
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<CaseRow> row(UUID caseId) {
        return jdbc.sql("select * from projection.case_row where case_id = :id")
                .param("id", caseId)
                .query(ROW)
                .optional();
    }

    @Override
    public List<Fixed> fixed(
            String organ, Collection<PersonId> persons, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select a.kind, a.step, a.on_day, a.hour, a.persons, a.done, c.*
                        from projection.case_appointment a join projection.case_row c using (case_id)
                        where a.on_day between :from and :until and (c.organ = :organ or a.persons && :persons::text[])
                        order by a.on_day, a.hour, c.no, a.kind, a.step
                        """)
                .param("from", from)
                .param("until", until)
                .param("organ", organ)
                .param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
                .query((rs, n) ->
                        new Fixed(
                                java.util.Objects.requireNonNull(ROW.mapRow(rs, n)),
                                rs.getString("kind"),
                                rs.getString("step"),
                                rs.getObject("on_day", LocalDate.class),
                                rs.getObject("hour", java.time.LocalTime.class),
                                java.util.Arrays.stream(
                                                (String[]) rs.getArray("persons").getArray())
                                        .map(PersonId::new)
                                        .toList(),
                                rs.getBoolean("done")))
                .list();
    }

    @Override
    public List<CaseRow> closed(LocalDate from, LocalDate until) {
        return jdbc.sql(
                        "select * from projection.case_row where closed_on between :from and :until order by closed_on, no")
                .param("from", from)
                .param("until", until)
                .query(ROW)
                .list();
    }

    @Override
    public List<UUID> due(LocalDate day) {
        return jdbc.sql(
                        """
                        select case_id from projection.case_row where closed_on is null and wake_on <= :day order by wake_on, no
                        """)
                .param("day", day)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }
}
