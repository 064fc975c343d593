package org.guiju.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 台账: scope, periods, overdue reports, attribution.
class OrganBookTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final PersonId DEPUTY = new PersonId("deputy");
    private final List<BookEvent> history = new ArrayList<>();

    private Outcome<BookEvent> act(
            String actor, LocalDate today, BookEvent.Act act, Map<String, String> in) {
        var book = OrganBook.replay(history);
        var facts =
                new MatterFacts(
                        new OrganId("unit"),
                        today,
                        new PersonId(actor),
                        !actor.equals("inspector"),
                        false,
                        actor.equals("inspector"),
                        new PersonId("chief"),
                        Map.of("finance", DEPUTY),
                        book,
                        null,
                        "",
                        null);
        var outcome = book.decide(facts, act, in);
        if (outcome instanceof Outcome.Permitted<BookEvent>(var events)) {
            history.addAll(events);
        }
        return outcome;
    }

    private static String first(Outcome<BookEvent> outcome) {
        return outcome instanceof Outcome.Refused<BookEvent> r ? r.first().code().name() : "ok";
    }

    private void quarterly() {
        var in = Map.of("subject", "finance", "months", "3", "grace", "10", "from", "2026-01-01");
        assertThat(first(act("clerk", JANUARY, BookEvent.Act.PERIOD, in))).isEqualTo("ok");
    }

    @Test
    void aMissedPeriodIsOverdueOnTheDayAfterTheDaysOfGrace() {
        quarterly();
        assertThat(OrganBook.replay(history).overdue(LocalDate.of(2026, 4, 10))).isEmpty();
        assertThat(OrganBook.replay(history).overdue(LocalDate.of(2026, 4, 11)))
                .extracting(OrganBook.Overdue::what)
                .containsExactly("report", "statement");
        var in = Map.of("subject", "finance", "until", "2026-03-31", "text", "一季度");
        var day = LocalDate.of(2026, 4, 11);
        assertThat(first(act("clerk", day, BookEvent.Act.REPORT, in)))
                .isEqualTo("DEPUTY_IN_CHARGE");
        assertThat(first(act("deputy", LocalDate.of(2026, 3, 31), BookEvent.Act.REPORT, in)))
                .isEqualTo("PERIOD_CLOSED");
        assertThat(first(act("deputy", day, BookEvent.Act.REPORT, in))).isEqualTo("ok");
        assertThat(first(act("deputy", day, BookEvent.Act.REPORT, in))).isEqualTo("REPORTED_ONCE");
        assertThat(OrganBook.replay(history).overdue(day))
                .extracting(OrganBook.Overdue::what)
                .containsExactly("statement");
        act("deputy", day, BookEvent.Act.STATEMENT, Map.of("until", "2026-03-31", "text", "公开"));
        assertThat(OrganBook.replay(history).overdue(day)).isEmpty();
    }

    @Test
    void aFindingIsAttributedToChiefAndDeputyByTheRuleAndNotByHand() {
        var in = Map.of("title", "审计发现", "text", "超标准", "chief", "somebody", "deputy", "nobody");
        assertThat(first(act("clerk", JANUARY, BookEvent.Act.FINDING, in)))
                .isEqualTo("FINDING_BY_OVERSIGHT");
        assertThat(first(act("inspector", JANUARY, BookEvent.Act.FINDING, in))).isEqualTo("ok");
        assertThat(history.getLast().fact("chief")).isEqualTo("chief");
        assertThat(history.getLast().fact("deputy")).isEqualTo("deputy");
    }

    @ParameterizedTest
    @CsvSource({
        "money,-1=single;100=countersigned;200=collective,2026-01-01,ok",
        "money,-1=single,2025-12-31,SCOPE_SOUND",
        "money,0=single,2026-01-01,SCOPE_SOUND",
        "money,-1=single;100=collective;100=collective,2026-01-01,SCOPE_SOUND",
        "money,-1=collective;100=single,2026-01-01,SCOPE_SOUND",
        "personnel,-1=single,2026-01-01,SCOPE_SOUND",
        "decision,-1=collective,2026-01-01,SCOPE_SOUND",
        "money,nonsense,2026-01-01,SCOPE_SOUND",
        "else,-1=single,2026-01-01,SCOPE_SOUND"
    })
    void aScopeIsAdoptedOnlyIfItsTiersAscendByRoutesOfTheClass(
            String of, String tiers, String from, String expected) {
        var in =
                Map.of(
                        "item",
                        "x",
                        "class",
                        of,
                        "name",
                        "x",
                        "tiers",
                        tiers,
                        "document",
                        "1 号",
                        "from",
                        from);
        assertThat(first(act("clerk", JANUARY, BookEvent.Act.SCOPE, in))).isEqualTo(expected);
    }
}
