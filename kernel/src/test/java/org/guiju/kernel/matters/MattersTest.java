package org.guiju.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.kernel.experts.ExpertConclusion;
import org.guiju.kernel.meetings.ItemOutcome;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.meetings.Tally;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// 三重一大: routes, hands and gates.
class MattersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final OrganId ORGAN = new OrganId("unit");
    private static final PersonId SECTION = new PersonId("section");
    private static final PersonId CHIEF = new PersonId("chief");
    private static final PersonId LEGAL = new PersonId("legal");
    private static final PersonId INSPECTOR = new PersonId("inspector");
    private static final PersonId OTHER_DEPUTY = new PersonId("deputy-other");
    private static final Map<String, PersonId> IN_CHARGE =
            Map.of(
                    "finance", new PersonId("deputy-finance"),
                    "personnel", new PersonId("deputy-personnel"),
                    "projects", new PersonId("deputy-projects"));
    private static final String TIERS = "-1=single;5000000=countersigned;50000000=collective";

    private final List<MatterEvent> history = new ArrayList<>();
    private LocalDate today = DAY;
    private @Nullable Resolution resolution;
    private @Nullable ExpertConclusion conclusion;
    private OrganBook book =
            OrganBook.replay(
                    List.of(
                            scope("payment", "money", TIERS),
                            scope("appointment", "personnel", "-1=appointment"),
                            scope("works", "project", "-1=project;100000000=important-project"),
                            scope("plan", "decision", "-1=five-procedures")));

    private static BookEvent scope(String item, String of, String tiers) {
        return new BookEvent(
                BookEvent.Act.SCOPE,
                SECTION,
                DAY,
                Map.of(
                        "organ",
                        "unit",
                        "item",
                        item,
                        "class",
                        of,
                        "name",
                        item,
                        "tiers",
                        tiers,
                        "document",
                        "1 号",
                        "from",
                        DAY.toString()));
    }

    private MatterFacts facts(PersonId actor) {
        return new MatterFacts(
                ORGAN,
                today,
                actor,
                !actor.equals(INSPECTOR),
                actor.equals(LEGAL),
                actor.equals(INSPECTOR),
                CHIEF,
                IN_CHARGE,
                book,
                resolution,
                "chief=FOR,deputy-finance=AGAINST",
                conclusion);
    }

    private Outcome<MatterEvent> act(PersonId actor, MatterAct act, Map<String, String> in) {
        return Matters.decide(facts(actor), history, new MatterCommand(act, in));
    }

    private void done(PersonId actor, MatterAct act, Map<String, String> in) {
        switch (act(actor, act, in)) {
            case Outcome.Permitted<MatterEvent>(var events) -> history.addAll(events);
            case Outcome.Refused<MatterEvent>(var refusals) ->
                    throw new AssertionError(act + " by " + actor + ": " + refusals);
        }
    }

    private static String first(Outcome<MatterEvent> outcome) {
        return outcome instanceof Outcome.Refused<MatterEvent> r ? r.first().code().name() : "ok";
    }

    private static List<String> all(Outcome<MatterEvent> outcome) {
        return outcome instanceof Outcome.Refused<MatterEvent>(var refusals)
                ? refusals.stream().map(r -> r.code().name()).toList()
                : List.of();
    }

    private static Map<String, String> filing(String item, long fen, String... more) {
        var in = new TreeMap<String, String>();
        in.putAll(Map.of("item", item, "title", "标题", "text", "说明", "direction", "expenditure"));
        if (fen > 0) {
            in.put("fen", Long.toString(fen));
        }
        if (item.equals("plan")) {
            in.put("deputy", "deputy-projects");
        }
        if (item.equals("works")) {
            in.putAll(Map.of("head", "deputy-projects", "members", "section legal"));
        }
        for (int i = 0; i < more.length; i += 2) {
            in.put(more[i], more[i + 1]);
        }
        return in;
    }

    /// What an act needs to be stated rightly.
    private Map<String, String> words(MatterAct act) {
        var in = new TreeMap<String, String>();
        act.fields().forEach(f -> in.put(f, "内容"));
        in.replace("approved", "yes");
        in.replace("adopted", "no");
        in.replace("from", today.toString());
        in.replace("until", today.plusDays(30).toString());
        in.replace("no", "1");
        return in;
    }

    private PersonId hand(MatterAct act, MatterClass of) {
        return switch (act.doer(of)) {
            case SECTION, ANYBODY -> SECTION;
            case DEPUTY ->
                    of == MatterClass.DECISION
                            ? new PersonId("deputy-projects")
                            : new PersonId("deputy-" + of.subject());
            case CHIEF -> CHIEF;
            case LEGAL -> LEGAL;
            case OVERSEER -> INSPECTOR;
        };
    }

    private Resolution resolved(MatterClass of, ItemOutcome outcome, String kind, LocalDate day) {
        return new Resolution(
                "M2026-0001-1",
                "M2026-0001",
                kind,
                ORGAN,
                day,
                new MatterRef(of.sort(), "S2026-0001"),
                "同意",
                null,
                outcome,
                Tally.NONE,
                "00");
    }

    private static ExpertConclusion concluded(ExpertConclusion.Verdict verdict) {
        return new ExpertConclusion(
                "R1", "S2026-0001", verdict, BigDecimal.ONE, BigDecimal.ONE, 3, DAY);
    }

    private void filed(MatterRoute route) {
        switch (route) {
            case SINGLE -> done(SECTION, MatterAct.FILE, filing("payment", 5_000_000));
            case COUNTERSIGNED -> done(SECTION, MatterAct.FILE, filing("payment", 5_000_001));
            case COLLECTIVE -> done(SECTION, MatterAct.FILE, filing("payment", 50_000_001));
            case APPOINTMENT -> done(SECTION, MatterAct.FILE, filing("appointment", 0));
            case PROJECT -> done(SECTION, MatterAct.FILE, filing("works", 100_000_000));
            case IMPORTANT_PROJECT -> done(SECTION, MatterAct.FILE, filing("works", 100_000_001));
            case FIVE_PROCEDURES -> done(SECTION, MatterAct.FILE, filing("plan", 0));
        }
    }

    /// Everything up to the act is done as it should be.
    private void upTo(MatterRoute route, @Nullable MatterAct last) {
        filed(route);
        var of = MatterState.replay(history).of();
        if (route == MatterRoute.FIVE_PROCEDURES) {
            for (var p : List.of("participation", "experts", "risk", "legality", "decision")) {
                var rule = new TreeMap<>(words(MatterAct.RULE));
                rule.put("procedure", p);
                done(SECTION, MatterAct.RULE, rule);
            }
        }
        for (var act : route.acts()) {
            if (act == last) {
                return;
            }
            if (act != MatterAct.FILE) {
                before(act, of);
                done(hand(act, of), act, words(act));
            }
        }
    }

    private void before(MatterAct act, MatterClass of) {
        switch (act) {
            case PARTICIPATION -> today = today.plusDays(31);
            case EXPERTS -> conclusion = concluded(ExpertConclusion.Verdict.POSITIVE);
            case RISK -> {
                done(SECTION, MatterAct.OPINION, words(MatterAct.OPINION));
                done(SECTION, MatterAct.REPLY, words(MatterAct.REPLY));
            }
            case DECIDE ->
                    resolution = resolved(of, ItemOutcome.CARRIED, of.kinds().getFirst(), today);
            default -> {
                // Nothing else has to happen first.
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4999999,1,single", "5000000,1,single", "5000001,2,countersigned",
        "49999999,2,countersigned", "50000000,2,countersigned", "50000001,3,collective"
    })
    void theAmountAloneChoosesTierAndRoute(long fen, String tier, String route) {
        done(SECTION, MatterAct.FILE, filing("payment", fen));
        assertThat(history.getFirst().fact("tier")).isEqualTo(tier);
        assertThat(history.getFirst().fact("route")).isEqualTo(route);
        assertThat(history.getFirst().fact("class")).isEqualTo("money");
    }

    @Test
    void twoUnitsMayHaveDifferentThresholdsAtOnceAndARuleIsOfItsDay() {
        var later =
                new BookEvent(
                        BookEvent.Act.SCOPE,
                        SECTION,
                        DAY,
                        Map.of(
                                "organ",
                                "unit",
                                "item",
                                "payment",
                                "class",
                                "money",
                                "name",
                                "支出",
                                "tiers",
                                "-1=single;100=collective",
                                "document",
                                "2 号",
                                "from",
                                DAY.plusDays(10).toString()));
        var other = OrganBook.replay(List.of(scope("payment", "money", TIERS), later));
        assertThat(other.scope("payment", DAY.plusDays(9)).orElseThrow().route(101))
                .isEqualTo(MatterRoute.SINGLE);
        assertThat(other.scope("payment", DAY.plusDays(10)).orElseThrow().route(101))
                .isEqualTo(MatterRoute.COLLECTIVE);
        assertThat(book.scope("payment", DAY.plusDays(10)).orElseThrow().route(101))
                .isEqualTo(MatterRoute.SINGLE);
        assertThat(book.scope("payment", DAY.minusDays(1))).isEmpty();
    }

    @Test
    void withoutADefinitionNoMatterIsFiled() {
        book = OrganBook.replay(List.of());
        assertThat(first(act(SECTION, MatterAct.FILE, filing("payment", 100))))
                .isEqualTo("SCOPE_DEFINED");
    }

    @Test
    void aMotionIsNotTheChiefs() {
        assertThat(first(act(CHIEF, MatterAct.FILE, filing("appointment", 0))))
                .isEqualTo("MOTION_NOT_BY_CHIEF");
        assertThat(
                        first(
                                act(
                                        new PersonId("deputy-personnel"),
                                        MatterAct.FILE,
                                        filing("appointment", 0))))
                .isEqualTo("SECTION_ACTS");
        assertThat(first(act(SECTION, MatterAct.FILE, filing("appointment", 0)))).isEqualTo("ok");
    }

    @Test
    void aProjectNeedsItsLeadingGroupAndAmountAndImportanceSendItToTheMeeting() {
        assertThat(all(act(SECTION, MatterAct.FILE, filing("works", 100, "members", ""))))
                .containsExactly("LEADING_GROUP");
        assertThat(
                        all(
                                act(
                                        SECTION,
                                        MatterAct.FILE,
                                        filing("works", 100, "members", "deputy-projects"))))
                .containsExactly("LEADING_GROUP");
        done(SECTION, MatterAct.FILE, filing("works", 100, "important", "yes"));
        assertThat(MatterState.replay(history).route()).isEqualTo(MatterRoute.IMPORTANT_PROJECT);
    }

    @Test
    void largeIncomeIsDecidedByTheMeetingAndOrdinaryIncomeNeedsNoCountersignature() {
        done(SECTION, MatterAct.FILE, filing("payment", 5_000_001, "direction", "income"));
        assertThat(MatterState.replay(history).route()).isEqualTo(MatterRoute.SINGLE);
        history.clear();
        done(SECTION, MatterAct.FILE, filing("payment", 50_000_001, "direction", "income"));
        assertThat(MatterState.replay(history).route()).isEqualTo(MatterRoute.COLLECTIVE);
    }

    @ParameterizedTest
    @EnumSource(MatterRoute.class)
    void everyActOfARouteIsDoneOnceAndInItsPlaceOnly(MatterRoute route) {
        for (var at : route.acts()) {
            if (at == MatterAct.FILE) {
                continue;
            }
            history.clear();
            today = DAY;
            upTo(route, at);
            var of = MatterState.replay(history).of();
            for (var other : MatterAct.values()) {
                boolean beside =
                        List.of(
                                        "RULE", "COMMENT", "ANSWER", "OPINION", "REPLY", "INSPECT",
                                        "TRADE", "AWARD")
                                .contains(other.name());
                if (beside || other == MatterAct.WITHDRAW || other == at) {
                    continue;
                }
                var why = all(act(hand(other, of), other, words(other)));
                assertThat(why)
                        .as(route + " at " + at + ": " + other)
                        .containsAnyOf("STEP_IN_ORDER", "STEP_ONCE", "LEGALITY_PASSED");
            }
            before(at, of);
            assertThat(first(act(hand(at, of), at, words(at))))
                    .as(route + " " + at)
                    .isEqualTo("ok");
            assertThat(first(act(hand(at, of), at, Map.of())))
                    .isEqualTo(at.fields().isEmpty() ? "ok" : "MATTER_STATED");
        }
    }

    private static Map<String, String> trade(String number) {
        return Map.of(
                "trade", "construction",
                "project", "屋面修缮",
                "platform", "县公共资源交易平台",
                "tender", number,
                "mode", "open-tender",
                "announced", DAY.toString());
    }

    private static Map<String, String> award(String number, String outcome, LocalDate day) {
        return new TreeMap<>(
                Map.of("tender", number, "outcome", outcome, "settled", day.toString()));
    }

    @ParameterizedTest
    @EnumSource(
            value = MatterRoute.class,
            names = {"SINGLE", "COLLECTIVE", "PROJECT", "IMPORTANT_PROJECT"})
    void nothingIsTradedBeforeItWasApprovedAndDecidedWhereAMeetingDecides(MatterRoute route) {
        var approval = route.collective() ? MatterAct.DECIDE : MatterAct.ENDORSE;
        upTo(route, approval);
        assertThat(all(act(SECTION, MatterAct.TRADE, trade("A-1"))))
                .containsExactly("TRADE_AFTER_APPROVAL");
        var of = MatterState.replay(history).of();
        before(approval, of);
        done(hand(approval, of), approval, words(approval));
        done(SECTION, MatterAct.TRADE, trade("A-1"));
        assertThat(MatterState.replay(history).trades()).containsOnlyKeys("A-1");
    }

    @Test
    void aPersonIsNeverTraded() {
        upTo(MatterRoute.APPOINTMENT, MatterAct.IMPLEMENT);
        assertThat(all(act(SECTION, MatterAct.TRADE, trade("A-1"))))
                .containsExactly("TRADE_AFTER_APPROVAL");
    }

    @Test
    void aTradeIsToldOnceAndItsResultOnceWithWinnerAndPriceOrTheReason() {
        upTo(MatterRoute.PROJECT, MatterAct.PRE_PROJECT);
        today = DAY.plusDays(9);
        var odd = new TreeMap<>(trade("A-1"));
        odd.put("mode", "by-friendship");
        assertThat(first(act(SECTION, MatterAct.TRADE, odd))).isEqualTo("TRADE_LISTED");
        done(SECTION, MatterAct.TRADE, trade("A-1"));
        assertThat(first(act(SECTION, MatterAct.TRADE, trade("A-1"))))
                .isEqualTo("TRADE_NUMBER_ONCE");
        done(SECTION, MatterAct.TRADE, trade("A-2"));
        assertThat(first(act(SECTION, MatterAct.AWARD, award("A-3", "failed", DAY))))
                .isEqualTo("TRADE_KNOWN");
        var won = award("A-1", "won", today);
        assertThat(first(act(SECTION, MatterAct.AWARD, won))).isEqualTo("TRADE_RESULT_STATED");
        won.put("winner", "乙公司");
        won.put("fen", "0");
        assertThat(first(act(SECTION, MatterAct.AWARD, won))).isEqualTo("TRADE_RESULT_STATED");
        won.put("fen", "18650000");
        for (var day : List.of(DAY.minusDays(1), today.plusDays(1))) {
            won.put("settled", day.toString());
            assertThat(first(act(SECTION, MatterAct.AWARD, won)))
                    .as(day.toString())
                    .isEqualTo("TRADE_RESULT_STATED");
        }
        won.put("settled", DAY.toString());
        done(SECTION, MatterAct.AWARD, won);
        assertThat(first(act(SECTION, MatterAct.AWARD, won))).isEqualTo("TRADE_KNOWN");
        var failed = award("A-2", "failed", today);
        assertThat(first(act(SECTION, MatterAct.AWARD, failed))).isEqualTo("TRADE_RESULT_STATED");
        failed.put("reason", "有效投标不足三家");
        done(SECTION, MatterAct.AWARD, failed);
        assertThat(MatterState.replay(history).trades().values())
                .extracting(Trade::result)
                .containsExactly(
                        new Trade.Result(true, "乙公司", 18_650_000, "", DAY),
                        new Trade.Result(false, "", 0, "有效投标不足三家", today));
    }

    @ParameterizedTest
    @EnumSource(MatterRoute.class)
    void eachActBelongsToOneHand(MatterRoute route) {
        for (var at : route.acts()) {
            if (at == MatterAct.FILE) {
                continue;
            }
            history.clear();
            today = DAY;
            upTo(route, at);
            var of = MatterState.replay(history).of();
            before(at, of);
            var expected = new LinkedHashMap<PersonId, String>();
            switch (at.doer(of)) {
                case SECTION -> {
                    expected.put(CHIEF, "CHIEF_SUPERVISES");
                    expected.put(INSPECTOR, "MATTER_OF_OWN_ORGAN");
                    expected.put(hand(MatterAct.ENDORSE, of), "SECTION_ACTS");
                }
                case DEPUTY -> {
                    expected.put(CHIEF, "CHIEF_SUPERVISES");
                    expected.put(SECTION, "DEPUTY_IN_CHARGE");
                    expected.put(OTHER_DEPUTY, "DEPUTY_IN_CHARGE");
                }
                case CHIEF -> {
                    expected.put(SECTION, "CHIEF_COUNTERSIGNS");
                    expected.put(hand(MatterAct.ENDORSE, of), "CHIEF_COUNTERSIGNS");
                }
                case LEGAL -> expected.put(SECTION, "LEGAL_ORGAN_REVIEWS");
                default -> throw new AssertionError(at);
            }
            expected.forEach((who, why) ->
                    assertThat(first(act(who, at, words(at))))
                            .as(route + " " + at + " " + who)
                            .isEqualTo(why));
        }
    }

    @Test
    void theChiefRecordsAnInspectionAndChangesNoStage() {
        upTo(MatterRoute.PROJECT, MatterAct.CONSTRUCTION);
        done(CHIEF, MatterAct.INSPECT, words(MatterAct.INSPECT));
        assertThat(MatterState.replay(history).stage()).isEqualTo("construction");
        assertThat(first(act(CHIEF, MatterAct.CONSTRUCTION, words(MatterAct.CONSTRUCTION))))
                .isEqualTo("CHIEF_SUPERVISES");
        assertThat(first(act(SECTION, MatterAct.INSPECT, words(MatterAct.INSPECT))))
                .isEqualTo("OVERSEER_INSPECTS");
    }

    @Test
    void thirtyDaysAreThirtyDays() {
        upTo(MatterRoute.FIVE_PROCEDURES, MatterAct.DRAFT);
        var short29 = Map.of("text", "草案", "until", DAY.plusDays(29).toString());
        assertThat(first(act(SECTION, MatterAct.DRAFT, short29))).isEqualTo("PARTICIPATION_DAYS");
        done(SECTION, MatterAct.DRAFT, words(MatterAct.DRAFT));
        today = DAY.plusDays(30);
        var close = words(MatterAct.PARTICIPATION);
        assertThat(first(act(SECTION, MatterAct.PARTICIPATION, close)))
                .isEqualTo("PARTICIPATION_OVER");
        var voice = Map.of("receipt", "A1", "text", "意见");
        assertThat(first(act(MatterEvent.CITIZEN, MatterAct.COMMENT, voice))).isEqualTo("ok");
        today = DAY.plusDays(31);
        assertThat(first(act(MatterEvent.CITIZEN, MatterAct.COMMENT, voice)))
                .isEqualTo("PARTICIPATION_OPEN");
        assertThat(first(act(SECTION, MatterAct.PARTICIPATION, close))).isEqualTo("ok");
    }

    @Test
    void eachCommentIsAnsweredWithAReasonBeforeTheDecisionIsPublic() {
        upTo(MatterRoute.FIVE_PROCEDURES, MatterAct.PARTICIPATION);
        done(MatterEvent.CITIZEN, MatterAct.COMMENT, Map.of("receipt", "A1", "text", "意见"));
        var of = MatterClass.DECISION;
        for (var act : MatterRoute.FIVE_PROCEDURES.acts().subList(3, 9)) {
            before(act, of);
            done(hand(act, of), act, words(act));
        }
        var announce = words(MatterAct.ANNOUNCE);
        assertThat(first(act(SECTION, MatterAct.ANNOUNCE, announce)))
                .isEqualTo("OPINIONS_ANSWERED");
        var silent = Map.of("receipt", "A1", "adopted", "no", "reason", "");
        assertThat(first(act(SECTION, MatterAct.ANSWER, silent))).isEqualTo("MATTER_STATED");
        var unknown = Map.of("receipt", "B2", "adopted", "no", "reason", "理由");
        assertThat(first(act(SECTION, MatterAct.ANSWER, unknown))).isEqualTo("COMMENT_KNOWN");
        done(SECTION, MatterAct.ANSWER, Map.of("receipt", "A1", "adopted", "no", "reason", "理由"));
        assertThat(first(act(SECTION, MatterAct.ANNOUNCE, announce))).isEqualTo("ok");
    }

    @Test
    void aNegativeConclusionBlocksAndSoDoesNone() {
        upTo(MatterRoute.FIVE_PROCEDURES, MatterAct.EXPERTS);
        assertThat(first(act(SECTION, MatterAct.EXPERTS, Map.of())))
                .isEqualTo("ARGUMENT_CONCLUDED");
        conclusion = concluded(ExpertConclusion.Verdict.NEGATIVE);
        assertThat(first(act(SECTION, MatterAct.EXPERTS, Map.of()))).isEqualTo("ARGUMENT_POSITIVE");
    }

    @ParameterizedTest
    @CsvSource({"legality", "rationality", "feasibility", "controllability"})
    void theAssessmentHasFourFindingsAndAnAnsweredOpinion(String finding) {
        upTo(MatterRoute.FIVE_PROCEDURES, MatterAct.RISK);
        var risk = new TreeMap<>(words(MatterAct.RISK));
        assertThat(first(act(SECTION, MatterAct.RISK, risk))).isEqualTo("RISK_OPINION_HEARD");
        done(SECTION, MatterAct.OPINION, words(MatterAct.OPINION));
        assertThat(first(act(SECTION, MatterAct.RISK, risk))).isEqualTo("RISK_OPINIONS_ANSWERED");
        done(SECTION, MatterAct.REPLY, words(MatterAct.REPLY));
        assertThat(first(act(SECTION, MatterAct.RISK, risk))).isEqualTo("ok");
        risk.remove(finding);
        assertThat(first(act(SECTION, MatterAct.RISK, risk))).isEqualTo("MATTER_STATED");
    }

    @Test
    void aNegativeReviewOfLegalityBlocksTheAgenda() {
        upTo(MatterRoute.FIVE_PROCEDURES, MatterAct.LEGALITY);
        done(LEGAL, MatterAct.LEGALITY, Map.of("approved", "no", "opinion", "超越权限"));
        assertThat(first(act(SECTION, MatterAct.AGENDA, Map.of()))).isEqualTo("LEGALITY_PASSED");
        done(LEGAL, MatterAct.LEGALITY, Map.of("approved", "yes", "opinion", "合法"));
        assertThat(first(act(SECTION, MatterAct.AGENDA, Map.of()))).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({
        "participation,DRAFT",
        "experts,EXPERTS",
        "risk,RISK",
        "legality,LEGALITY",
        "decision,AGENDA"
    })
    void eachProcedureHasItsRuleInForce(String procedure, MatterAct act) {
        upTo(MatterRoute.FIVE_PROCEDURES, act);
        before(act, MatterClass.DECISION);
        history.removeIf(e -> e.act() == MatterAct.RULE && e.fact("procedure").equals(procedure));
        var hand = hand(act, MatterClass.DECISION);
        assertThat(first(act(hand, act, words(act)))).isEqualTo("PROCEDURE_HAS_RULE");
        var ended = new TreeMap<>(words(MatterAct.RULE));
        ended.put("procedure", procedure);
        ended.put("to", today.minusDays(1).toString());
        done(SECTION, MatterAct.RULE, ended);
        assertThat(first(act(hand, act, words(act)))).isEqualTo("PROCEDURE_HAS_RULE");
        ended.put("to", today.toString());
        done(SECTION, MatterAct.RULE, ended);
        assertThat(first(act(hand, act, words(act)))).isEqualTo("ok");
    }

    @Test
    void nothingReplacesTheResolutionOfTheRightMeeting() {
        upTo(MatterRoute.APPOINTMENT, MatterAct.DECIDE);
        assertThat(first(act(SECTION, MatterAct.DECIDE, Map.of()))).isEqualTo("RESOLUTION_NEEDED");
        assertThat(first(act(CHIEF, MatterAct.DECIDE, Map.of()))).isEqualTo("CHIEF_SUPERVISES");
        var of = MatterClass.PERSONNEL;
        resolution = resolved(of, ItemOutcome.CARRIED, "leadership", today);
        assertThat(first(act(SECTION, MatterAct.DECIDE, Map.of())))
                .isEqualTo("RESOLUTION_OF_THE_KIND");
        resolution = resolved(of, ItemOutcome.NOT_CARRIED, "personnel", today);
        assertThat(first(act(SECTION, MatterAct.DECIDE, Map.of()))).isEqualTo("RESOLUTION_CARRIED");
        resolution = resolved(of, ItemOutcome.CARRIED, "personnel", today.minusDays(1));
        assertThat(first(act(SECTION, MatterAct.DECIDE, Map.of())))
                .isEqualTo("RESOLUTION_AFTER_AGENDA");
        resolution = resolved(of, ItemOutcome.CARRIED, "personnel", today);
        done(SECTION, MatterAct.DECIDE, Map.of("votes", "forged=FOR"));
        assertThat(history.getLast().fact("votes")).isEqualTo("chief=FOR,deputy-finance=AGAINST");
    }

    @ParameterizedTest
    @CsvSource({"scientific", "due", "open", "clear"})
    void theFileCheckNeedsFourEvidences(String evidence) {
        upTo(MatterRoute.FIVE_PROCEDURES, MatterAct.CHECK);
        var check = new TreeMap<>(words(MatterAct.CHECK));
        check.remove(evidence);
        assertThat(first(act(SECTION, MatterAct.CHECK, check))).isEqualTo("MATTER_STATED");
        assertThat(first(act(SECTION, MatterAct.CLOSE, words(MatterAct.CLOSE))))
                .isEqualTo("STEP_IN_ORDER");
    }

    @Test
    void whatWasNotApprovedIsOver() {
        upTo(MatterRoute.COUNTERSIGNED, MatterAct.ENDORSE);
        done(
                new PersonId("deputy-finance"),
                MatterAct.ENDORSE,
                Map.of("approved", "no", "opinion", "超预算"));
        assertThat(MatterState.replay(history).stage()).isEqualTo("rejected");
        assertThat(first(act(CHIEF, MatterAct.COUNTERSIGN, words(MatterAct.COUNTERSIGN))))
                .isEqualTo("MATTER_OPEN");
    }
}
