package org.guiju.kernel.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.allocation.Roster.Assignment;
import org.guiju.kernel.clearing.ClearingEvent.CampaignKind;
import org.guiju.kernel.clearing.ClearingFacts.Staff;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.junit.jupiter.api.Test;

/// One row for every command in every stage, and the rules of an item. The table is an approved file: a difference is a decision.
class ClearingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final OrganId UNIT = new OrganId("unit");
    private static final PersonId CLERK = new PersonId("clerk");
    private static final PersonId HEAD = new PersonId("head");
    private static final PersonId STAFFING = new PersonId("staffing");
    private static final PersonId REVIEWER = new PersonId("reviewer");
    private static final PersonId JUSTICE = new PersonId("justice");
    private static final PersonId COMMITTEE = new PersonId("committee");
    private static final Roster ROSTER =
            new Roster(
                    List.of(
                            at(CLERK, UNIT, "catalogue-clerk"),
                            at(HEAD, UNIT, "head-of-organ"),
                            at(STAFFING, new OrganId("staffing"), "staffing-clerk"),
                            at(REVIEWER, new OrganId("staffing"), "staffing-reviewer"),
                            at(REVIEWER, new OrganId("staffing"), "rationality-reviewer"),
                            at(REVIEWER, new OrganId("staffing"), "necessity-reviewer"),
                            at(JUSTICE, new OrganId("justice"), "legality-reviewer"),
                            at(COMMITTEE, new OrganId("party"), "committee-clerk")),
                    List.of(),
                    List.of(new Roster.Qualification(HEAD, "legal-profession", DAY, null)));

    private static Assignment at(PersonId person, OrganId organ, String role) {
        return new Assignment(person, organ, "科室", role, LocalDate.of(2024, 1, 1), null);
    }

    private static ClearingFacts facts(PersonId actor) {
        return new ClearingFacts(
                UNIT,
                false,
                List.of(new Staff(CLERK, "甲", "主任", true), new Staff(HEAD, "乙", "局长", true)),
                ROSTER,
                DAY,
                actor);
    }

    private static Item whole() {
        var cells = new EnumMap<ItemField, String>(ItemField.class);
        for (var field : ItemField.values()) {
            if (field.need() != ItemField.Need.FREE) {
                cells.put(
                        field, field.taxonomy().map(t -> t.terms().getFirst().code()).orElse("内容"));
            }
        }
        cells.put(ItemField.POSTS, "主任\n局长");
        return new Item("", cells);
    }

    /// A history that grows as its acts are permitted.
    private static final class Given {
        private final List<ClearingEvent> history = new ArrayList<>();

        ClearingState state() {
            return ClearingState.replay(history);
        }

        Given then(PersonId actor, ClearingCommand command) {
            switch (Clearings.decide(facts(actor), state(), command)) {
                case Outcome.Permitted<ClearingEvent>(var events) -> history.addAll(events);
                case Outcome.Refused<ClearingEvent>(var refusals) ->
                        throw new AssertionError(command + ": " + refusals);
            }
            return this;
        }

        String answer(PersonId actor, ClearingCommand command) {
            return switch (Clearings.decide(facts(actor), state(), command)) {
                case Outcome.Permitted<ClearingEvent> _ -> "permitted";
                case Outcome.Refused<ClearingEvent> refused -> refused.first().code().name();
            };
        }

        List<Refusal> refusals(PersonId actor, ClearingCommand command) {
            return Clearings.decide(facts(actor), state(), command)
                            instanceof Outcome.Refused<ClearingEvent>(var refusals)
                    ? refusals
                    : List.of();
        }
    }

    private static final List<String> ONE = List.of("0001");
    private static final ClearingCommand OPEN =
            new ClearingCommand.Open("2026-01", "全面清理", CampaignKind.FULL, true);

    private static ClearingCommand dispose(Disposition what) {
        return new ClearingCommand.Dispose(ONE, new Disposal(what, "文件", "", null, "保留"));
    }

    private static ClearingCommand opinion(Aspect aspect) {
        return new ClearingCommand.GiveOpinion(ONE, aspect, true, "同意");
    }

    private static ClearingCommand meeting(Meeting.Kind kind) {
        return new ClearingCommand.RecordMeeting(new Meeting(kind, DAY, "纪要 1", "同意"));
    }

    private static Given inventory() {
        return new Given().then(STAFFING, OPEN);
    }

    private static Given ready() {
        var given =
                inventory()
                        .then(CLERK, new ClearingCommand.EnterItems(List.of(whole())))
                        .then(CLERK, dispose(Disposition.RETAIN))
                        .then(
                                CLERK,
                                new ClearingCommand.StateResponsibility(
                                        ONE, new Responsibility("事", "人", "情形", "依据", "形式")))
                        .then(CLERK, new ClearingCommand.NameTeam(List.of(HEAD)))
                        .then(CLERK, meeting(Meeting.Kind.LEADERSHIP));
        Taxonomy.TEN.terms().stream()
                .map(Term::code)
                .filter(c -> !c.equals("approval"))
                .forEach(c -> given.then(CLERK, new ClearingCommand.DeclareNone(c, "没有")));
        return given;
    }

    private static Given closed() {
        return ready().then(CLERK, new ClearingCommand.CloseInventory());
    }

    private static Given submitted() {
        return closed().then(CLERK, meeting(Meeting.Kind.OFFICE))
                .then(HEAD, new ClearingCommand.SignReport())
                .then(CLERK, new ClearingCommand.Submit());
    }

    private static Given confirmed() {
        return submitted()
                .then(JUSTICE, opinion(Aspect.LEGALITY))
                .then(REVIEWER, opinion(Aspect.RATIONALITY))
                .then(REVIEWER, opinion(Aspect.NECESSITY))
                .then(REVIEWER, new ClearingCommand.Confirm(ONE));
    }

    private static Given before() {
        return confirmed().then(STAFFING, new ClearingCommand.SubmitFinal());
    }

    private static Given approved() {
        return before().then(
                        COMMITTEE,
                        new ClearingCommand.Approve(new Resolution("常委会", "1 号", DAY, DAY)));
    }

    /// Every command, by the person whose act it is.
    private static Map<ClearingCommand, PersonId> commands() {
        var all = new LinkedHashMap<ClearingCommand, PersonId>();
        all.put(OPEN, STAFFING);
        all.put(new ClearingCommand.EnterItems(List.of(whole())), CLERK);
        all.put(new ClearingCommand.FillItems(ONE, Map.of(ItemField.LIMITS, "县域"), false), CLERK);
        all.put(new ClearingCommand.WithdrawItems(ONE, "重复"), CLERK);
        all.put(new ClearingCommand.DeclareNone("reward", "没有"), CLERK);
        all.put(new ClearingCommand.DeclareDuty("主任", "办文"), CLERK);
        all.put(new ClearingCommand.NameTeam(List.of(HEAD)), CLERK);
        all.put(new ClearingCommand.RuleOnInternal(false, "规定"), STAFFING);
        all.put(dispose(Disposition.ADJUST), CLERK);
        all.put(
                new ClearingCommand.StateResponsibility(
                        ONE, new Responsibility("事", "人", "情形", "依据", "形式")),
                CLERK);
        all.put(meeting(Meeting.Kind.LEADERSHIP), CLERK);
        all.put(meeting(Meeting.Kind.OFFICE), CLERK);
        all.put(new ClearingCommand.CloseInventory(), CLERK);
        all.put(new ClearingCommand.SignReport(), HEAD);
        all.put(new ClearingCommand.Submit(), CLERK);
        all.put(new ClearingCommand.SendBack("不完整"), REVIEWER);
        all.put(opinion(Aspect.LEGALITY), JUSTICE);
        all.put(
                new ClearingCommand.RecordAppraisal(
                        ONE, new Appraisal(Appraisal.Group.SERVED, DAY, 3, 3, "")),
                STAFFING);
        all.put(new ClearingCommand.AskExpert(ONE, "专业"), REVIEWER);
        all.put(new ClearingCommand.RecordExpert(ONE, "专家", "可以"), STAFFING);
        all.put(new ClearingCommand.Confirm(ONE), REVIEWER);
        all.put(new ClearingCommand.MakeRemark("0001", "核实"), REVIEWER);
        all.put(new ClearingCommand.AnswerRemark(1, "已核实"), CLERK);
        all.put(new ClearingCommand.SubmitFinal(), STAFFING);
        all.put(new ClearingCommand.Approve(new Resolution("常委会", "1 号", DAY, DAY)), COMMITTEE);
        all.put(new ClearingCommand.Publish(DAY), STAFFING);
        return all;
    }

    @Test
    void everyCommandInEveryStageAnswersAsTheTableSays() throws IOException {
        var stages = new LinkedHashMap<String, Given>();
        stages.put("nothing", new Given());
        stages.put("opened", inventory());
        stages.put("ready", ready());
        stages.put("closed", closed());
        stages.put("submitted", submitted());
        stages.put("confirmed", confirmed());
        stages.put("final", before());
        stages.put("approved", approved());
        stages.put("published", approved().then(STAFFING, new ClearingCommand.Publish(DAY)));
        var table = new StringBuilder();
        stages.forEach((name, given) -> {
            int n = 0;
            for (var row : commands().entrySet()) {
                table.append(name)
                        .append(' ')
                        .append(row.getKey().getClass().getSimpleName())
                        .append(' ')
                        .append(++n)
                        .append(' ')
                        .append(given.answer(row.getValue(), row.getKey()))
                        .append('\n');
            }
        });
        try (var in = ClearingsTest.class.getResourceAsStream("clearing-stages.txt")) {
            var approved =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(table.toString()).isEqualTo(approved);
        }
    }

    @Test
    void nobodyElseDoesWhatIsOnePersonsAct() {
        var strangers = List.of(CLERK, HEAD, STAFFING, REVIEWER, JUSTICE, COMMITTEE);
        for (var stage : List.of(ready(), closed(), submitted(), before(), approved())) {
            commands()
                    .forEach((command, own) -> {
                        if (stage.answer(own, command).equals("permitted")) {
                            assertThat(strangers.stream().filter(p -> !p.equals(own)).toList())
                                    .as(command.toString())
                                    .filteredOn(p -> !(p.equals(HEAD) && own.equals(CLERK)))
                                    .allSatisfy(p ->
                                            assertThat(stage.answer(p, command))
                                                    .isNotEqualTo("permitted"));
                        }
                    });
        }
    }

    @Test
    void whoCompiledTheListDoesNotReviewIt() {
        var roles = new ArrayList<>(ROSTER.assignments());
        roles.add(at(CLERK, UNIT, "legality-reviewer"));
        roles.add(at(CLERK, UNIT, "staffing-reviewer"));
        var own = facts(CLERK);
        var facts =
                new ClearingFacts(
                        UNIT,
                        false,
                        own.staff(),
                        new Roster(roles, List.of(), List.of()),
                        DAY,
                        CLERK);
        for (var command : List.of(opinion(Aspect.LEGALITY), new ClearingCommand.Confirm(ONE))) {
            var answer = Clearings.decide(facts, submitted().state(), command);
            assertThat(answer).isInstanceOf(Outcome.Refused.class);
            assertThat(((Outcome.Refused<ClearingEvent>) answer).first().code())
                    .isEqualTo(ClearingRule.ANOTHER_ORGAN_REVIEWS);
        }
    }

    @Test
    void anOpinionAgainstAnItemStandsInTheWayUntilItIsSentBackAndWrittenAnew() {
        var given =
                submitted()
                        .then(
                                JUSTICE,
                                new ClearingCommand.GiveOpinion(
                                        ONE, Aspect.LEGALITY, false, "依据已废止"))
                        .then(REVIEWER, opinion(Aspect.RATIONALITY))
                        .then(REVIEWER, opinion(Aspect.NECESSITY));
        assertThat(given.answer(REVIEWER, new ClearingCommand.Confirm(ONE)))
                .isEqualTo("OPINIONS_FAVOURABLE");
        given.then(REVIEWER, new ClearingCommand.SendBack("依据已废止"));
        given.then(CLERK, new ClearingCommand.EnterItems(List.of(whole().numbered("0001"))));
        assertThat(given.state().item("0001").orElseThrow().opinions()).isEmpty();
        given.then(CLERK, dispose(Disposition.CANCEL))
                .then(CLERK, new ClearingCommand.CloseInventory());
        assertThat(given.state().closings()).isEqualTo(2);
        // The meeting and the signature of the first report are not those of the second.
        assertThat(given.answer(HEAD, new ClearingCommand.SignReport()))
                .isEqualTo("REPORT_DISCUSSED");
        assertThat(given.answer(CLERK, new ClearingCommand.Submit())).isEqualTo("REPORT_DISCUSSED");
    }

    @Test
    void anItemRewrittenAfterItWasDisposedIsJudgedAgainAtTheClose() {
        var given = ready();
        given.then(
                CLERK,
                new ClearingCommand.EnterItems(
                        List.of(
                                whole().with(ItemField.RANK, "departmental-document")
                                        .numbered("0001"))));
        assertThat(given.answer(CLERK, new ClearingCommand.CloseInventory()))
                .isEqualTo("WITHOUT_BASIS_ENDS");
    }

    @Test
    void theRankOfTheBasisDecidesWhatKindOfPowerCanStand() {
        var rule = whole().with(ItemField.RANK, "department-rule");
        assertThat(rule.with(ItemField.KIND, "licence").based(false)).isFalse();
        assertThat(rule.with(ItemField.KIND, "penalty").based(false)).isTrue();
        assertThat(rule.with(ItemField.KIND, "compulsion").based(false)).isFalse();
        var notice = whole().with(ItemField.RANK, "normative-document");
        assertThat(notice.with(ItemField.KIND, "penalty").based(false)).isFalse();
        assertThat(notice.with(ItemField.KIND, "reward").based(false)).isTrue();
        var party =
                whole().with(ItemField.RANK, "party-constitution").with(ItemField.KIND, "other");
        assertThat(party.based(true)).isTrue();
        assertThat(party.based(false)).isFalse();
    }

    @Test
    void aDelegationNamesTheOrganAndTheDayAndAMergerAnotherItem() {
        var given = ready();
        assertThat(given.answer(CLERK, dispose(Disposition.DELEGATE))).isEqualTo("TARGET_STATED");
        var without = new Disposal(Disposition.DELEGATE, "文件", "town", null, "");
        assertThat(given.answer(CLERK, new ClearingCommand.Dispose(ONE, without)))
                .isEqualTo("TARGET_STATED");
        var whole = new Disposal(Disposition.DELEGATE, "文件", "town", DAY, "");
        assertThat(given.answer(CLERK, new ClearingCommand.Dispose(ONE, whole)))
                .isEqualTo("permitted");
        for (var target : List.of("", "0001", "0002")) {
            var merge = new Disposal(Disposition.MERGE, "文件", target, null, "");
            assertThat(given.answer(CLERK, new ClearingCommand.Dispose(ONE, merge)))
                    .isEqualTo("TARGET_STATED");
        }
        given.then(CLERK, new ClearingCommand.EnterItems(List.of(whole())));
        var merge = new Disposal(Disposition.MERGE, "文件", "0002", null, "");
        assertThat(given.answer(CLERK, new ClearingCommand.Dispose(ONE, merge)))
                .isEqualTo("permitted");
    }

    @Test
    void allReasonsAreNamedInTheOrderOfTheirRules() {
        var reasons = inventory().refusals(CLERK, new ClearingCommand.CloseInventory());
        assertThat(reasons)
                .extracting(r -> r.code().name())
                .containsExactly(
                        "POSTS_COVERED",
                        "CATEGORIES_ANSWERED",
                        "LEADERSHIP_MET",
                        "LEGAL_PROFESSIONAL_TAKES_PART");
        assertThat(reasons).allSatisfy(r -> assertThat(r.basis().number()).startsWith("A"));
    }
}
