package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guiju.app.cases.CaseQuery.Filter;
import org.guiju.app.cases.CaseQuery.Posted;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.database.Tally;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.supervision.Findings;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// 件数台账: what is kept is what one would count, whatever happens meanwhile.
@RunningGuiju
class TalliesTest {
    private static final List<String> STATES =
            List.of(
                    "",
                    "open",
                    "closed",
                    "overdue",
                    "due-soon",
                    "paused",
                    "granted",
                    "refused",
                    "punished",
                    "not-punished",
                    "transferred",
                    "made",
                    "not-made",
                    "settled");

    /// Keys of which the kept count is another than the rows say; in one statement, so in one snapshot.
    private static final Map<String, String> WRONG =
            Map.of(
                    "projection.case_tally",
                    """
                    select count(*) from
                        (select organ, power, decision, closed, shown, sum(n) as n from projection.case_tally
                         group by 1, 2, 3, 4, 5 having sum(n) <> 0) kept
                    full join
                        (select organ, power, coalesce(decision, '') as decision, closed_on is not null as closed,
                             case when decided_on is null or not publicised or granted is null then ''
                                  when publicity_until is null then 'kept' else 'dated' end as shown, count(*) as n
                         from projection.case_row group by 1, 2, 3, 4, 5) there
                    using (organ, power, decision, closed, shown) where kept.n is distinct from there.n
                    """,
                    "projection.finding_tally",
                    """
                    select count(*) from
                        (select organ, kind, state, severity, post_organ, role, sum(n) as n from projection.finding_tally
                         group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0) kept
                    full join
                        (select organ, kind, state, severity, post_organ, role, count(*) as n from projection.finding
                         group by 1, 2, 3, 4, 5, 6) there
                    using (organ, kind, state, severity, post_organ, role) where kept.n is distinct from there.n
                    """);

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Rebuild rebuild;
    @Autowired CaseQuery cases;
    @Autowired Findings findings;
    @Autowired OfficialClock clock;
    @Autowired PlatformTransactionManager transactions;

    private void right() {
        WRONG.forEach((table, query) ->
                assertThat(jdbc.sql(query).query(Long.class).single()).as(table).isZero());
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void whileActsComeInAndCountsAreAddedUpAndRowsMadeAgainTheSumIsThatOfTheRows() {
        var api = new Api(port);
        var over = new AtomicBoolean();
        var cases =
                new Tally(jdbc, "projection.case_tally", "organ, power, decision, closed, shown");
        var cards =
                new Tally(
                        jdbc,
                        "projection.finding_tally",
                        "organ, kind, state, severity, post_organ, role");
        right();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var window =
                    CompletableFuture.runAsync(
                            () -> {
                                do {
                                    api.received();
                                } while (!over.get());
                            },
                            pool);
            try {
                // Every row taken away and put back: many changes, which come to nothing.
                assertThat(rebuild.run()).allSatisfy(t -> assertThat(t.same()).isTrue());
                right();
                // And so many more that it is worth adding them up, whether here or by the server's
                // own clock.
                jdbc.sql(
                                """
                                insert into projection.case_tally (organ, power, decision, closed, shown, n)
                                select 'nobody', 'none', '', false, '', 1 - 2 * (i % 2) from generate_series(1, 1000) i
                                """)
                        .update();
                right();
                CompletableFuture.allOf(
                                CompletableFuture.runAsync(cases::addUp, pool),
                                CompletableFuture.runAsync(cases::addUp, pool),
                                CompletableFuture.runAsync(cards::addUp, pool))
                        .join();
                right();
            } finally {
                over.set(true);
            }
            window.join();
        }
        right();
        assertThat(rows("projection.case_tally where organ = 'nobody'")).isZero();
    }

    @Test
    void everyListSaysHowManyRowsItHasByEachOfItsFilters() {
        atOneMoment(() -> {
                var of = List.of("", "qinglan-culture", "qinglan-chengguan", "nobody");
                var powers = List.of("", cases.find(asks("", "", "")).rows().getFirst().power());
                for (var organ : of) {
                    for (var power : powers) {
                        var counts = cases.counts(asks("", power, organ), STATES);
                        for (var state : STATES) {
                            var asked = asks(state, power, organ);
                            var listed = cases.rows(asked).size();
                            assertThat(cases.find(asked).total()).as("%s", asked).isEqualTo(listed);
                            assertThat(counts).as("%s", asked).containsEntry(state, (long) listed);
                            for (var posted : Posted.values()) {
                                var results = cases.results(asked, posted);
                                assertThat(results.total())
                                        .as("%s %s", posted, asked)
                                        .isEqualTo(results.rows().size());
                            }
                        }
                    }
                }
        });
    }

    @Test
    void cardsAreCountedByEveryFilterAsTheyAreListed() {
        atOneMoment(() -> {
                LocalDate longAgo = clock.today().minusYears(20);
                for (var state :
                        List.of("", "counting", "lit", "standing", "superseded", "lifted", "cancelled")) {
                    for (var organ : List.of("", "qinglan-culture", "nobody")) {
                        for (var colour : List.of("", "red", "yellow")) {
                            var kept = new Findings.Filter("", organ, "", colour, "", null, null);
                            // With a day in it the rows themselves are counted.
                            var read = new Findings.Filter("", organ, "", colour, "", longAgo, null);
                            var one = findings.counts(kept);
                            var other = findings.counts(read);
                            assertThat(one.count(state)).isEqualTo(other.count(state));
                            assertThat(one.posts(state)).isEqualTo(other.posts(state));
                            assertThat(one.states()).isEqualTo(other.states());
                            assertThat(findings.find(kept.state(state), 0, 100_000))
                                    .hasSize(Math.toIntExact(one.count(state)));
                        }
                    }
                }
        });
    }

    /// 按名称检索: whatever is asked, what the grams find is what the text itself would.
    @Test
    void aPieceOfANameANumberOrAPowerFindsEveryRowThatHoldsItAndNoOther() {
        atOneMoment(() -> {
                for (var piece :
                        List.of(
                                "张", "有限公司", "公司", "2026-00", "330", "-ZF-", "zf", "%", "_", "\\", "某",
                                "*")) {
                    var asked = new Filter("", "", "", piece, 1, 100_000);
                    var holding =
                            jdbc.sql(
                                            """
                                            select no from projection.case_row where position(lower(:piece) in lower(no)) > 0
                                                or position(lower(:piece) in lower(applicant_masked)) > 0 or position(lower(:piece) in lower(power)) > 0
                                            """)
                                    .param("piece", piece)
                                    .query(String.class)
                                    .list();
                    var shown = cases.results(asked, Posted.ANY).rows().stream().map(CaseRow::no).toList();
                    var all = cases.results(asks("", "", ""), Posted.ANY).rows();
                    assertThat(shown)
                            .as(piece)
                            .containsExactlyInAnyOrderElementsOf(
                                    all.stream().map(CaseRow::no).filter(holding::contains).toList());
                    assertThat(cases.find(asked).rows().stream().map(CaseRow::no))
                            .as(piece)
                            .containsAll(holding);
                }
        });
    }

    /// The server goes on judging and settling meanwhile: what is compared is read from one state of the database.
    private void atOneMoment(Runnable reading) {
        var moment = new TransactionTemplate(transactions);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        moment.executeWithoutResult(_ -> reading.run());
    }

    private static Filter asks(String state, String power, String organ) {
        return new Filter(state, power, organ, "", 1, 100_000);
    }
}
