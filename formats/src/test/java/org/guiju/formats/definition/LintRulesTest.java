package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.definition.With.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.kernel.lint.Lint;
import org.guiju.kernel.lint.LintFacts;
import org.guiju.kernel.lint.LintFinding;
import org.guiju.kernel.lint.LintRule;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule of the lint: the smallest change of a shipped power that it must notice, and one just beside it that it must not.
class LintRulesTest {
    static final LintFacts FACTS =
            new LintFacts(LawRegister.shipped(), Set.of(2025, 2026), null, null, List.of());
    static final PowerDefinition LICENCE = shipped("wangba-licence.yaml");
    static final PowerDefinition PENALTY = shipped("road-penalty.yaml");
    static final PowerDefinition TWO_LEVELS = Broken.definition("two-levels.yaml");

    /// 一行: rule, what triggers it, what does not.
    record Row(
            String rule,
            PowerDefinition bad,
            PowerDefinition near,
            LintFacts badFacts,
            LintFacts nearFacts) {
        Row(String rule, PowerDefinition bad, PowerDefinition near) {
            this(rule, bad, near, FACTS, FACTS);
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    static PowerDefinition shipped(String name) {
        var text = text(name);
        return ((Loaded) new DefinitionReader().read(text, name)).definition();
    }

    private static String text(String name) {
        return Objects.requireNonNull(ShippedDefinitions.texts().get(name));
    }

    static PowerDefinition situations(PowerDefinition p, UnaryOperator<Situation> change) {
        return with(p, "situations", p.situations().stream().map(change).toList());
    }

    static PowerDefinition steps(
            PowerDefinition p, Predicate<Step> which, UnaryOperator<Step> change) {
        return situations(
                p,
                s ->
                        with(
                                s,
                                "steps",
                                s.steps().stream()
                                        .map(step -> which.test(step) ? change.apply(step) : step)
                                        .toList()));
    }

    static PowerDefinition steps(PowerDefinition p, StepKind kind, UnaryOperator<Step> change) {
        return steps(p, s -> s.kind() == kind, change);
    }

    static PowerDefinition without(PowerDefinition p, StepKind kind) {
        return situations(
                p,
                s ->
                        with(
                                s,
                                "steps",
                                s.steps().stream().filter(step -> step.kind() != kind).toList()));
    }

    static Step leads(Step step, String outcome, List<String> to) {
        var outcomes = new LinkedHashMap<>(step.outcomes());
        if (to.isEmpty()) {
            outcomes.remove(outcome);
        } else {
            outcomes.put(outcome, to);
        }
        return with(step, "outcomes", outcomes);
    }

    static PowerDefinition limits(PowerDefinition p, UnaryOperator<Limits> change) {
        return situations(p, s -> with(s, "limits", change.apply(s.limits())));
    }

    static PowerDefinition basis(PowerDefinition p, UnaryOperator<Basis> change) {
        var all = new ArrayList<>(p.basis());
        all.set(0, change.apply(all.getFirst()));
        return with(p, "basis", all);
    }

    private static PowerDefinition law(String name) {
        return basis(LICENCE, b -> with(b, "article", with(b.article(), "law", name)));
    }

    private static PowerDefinition ranked(PowerKind kind, Basis.Rank rank) {
        return with(
                with(LICENCE, "kind", kind),
                "basis",
                LICENCE.basis().stream().map(b -> with(b, "rank", rank)).toList());
    }

    private static Limits.Warning warning(int days, int percent) {
        return new Limits.Warning(days, percent);
    }

    static Stream<Row> rows() {
        return Stream.of(authority(), procedure(), time(), integrity(), LintRows.all())
                .flatMap(s -> s);
    }

    private static Stream<Row> authority() {
        var second = LICENCE.basis().get(1);
        return Stream.of(
                new Row("GJ-A01", law("合同法"), law("民法典")),
                new Row(
                        "GJ-A02",
                        with(
                                with(law("合同法"), "inForce", LocalDate.of(2020, 12, 31)),
                                "until",
                                null),
                        with(
                                with(law("合同法"), "inForce", LocalDate.of(2020, 12, 31)),
                                "until",
                                LocalDate.of(2020, 12, 31))),
                new Row("GJ-A03", law("某某管理条例"), law("优化营商环境条例")),
                new Row(
                        "GJ-A04",
                        ranked(PowerKind.INSPECTION, Basis.Rank.NORMATIVE_DOCUMENT),
                        ranked(PowerKind.INSPECTION, Basis.Rank.PROVINCIAL_RULE)),
                new Row(
                        "GJ-A05",
                        ranked(PowerKind.COMPULSION, Basis.Rank.DEPARTMENT_RULE),
                        ranked(PowerKind.COMPULSION, Basis.Rank.LOCAL_REGULATION)),
                new Row(
                        "GJ-A06",
                        ranked(PowerKind.REWARD, Basis.Rank.INSTITUTION),
                        basis(
                                ranked(PowerKind.REWARD, Basis.Rank.INSTITUTION),
                                b -> with(b, "rank", Basis.Rank.NORMATIVE_DOCUMENT))),
                new Row(
                        "GJ-A07",
                        basis(LICENCE, b -> with(b, "text", "经营单位……应当申请")),
                        basis(LICENCE, b -> with(b, "text", "资金信用证明；"))),
                new Row(
                        "GJ-A08",
                        basis(LICENCE, b -> with(b, "article", second.article())),
                        basis(
                                LICENCE,
                                b ->
                                        with(
                                                b,
                                                "article",
                                                with(second.article(), "number", "第九十九条")))),
                new Row(
                        "GJ-A09",
                        LICENCE,
                        LICENCE,
                        new LintFacts(
                                FACTS.laws(), FACTS.publishedYears(), null, Set.of("1"), List.of()),
                        new LintFacts(
                                FACTS.laws(),
                                FACTS.publishedYears(),
                                null,
                                Set.of(LICENCE.code().value()),
                                List.of())));
    }

    private static Stream<Row> procedure() {
        var reconsider = LICENCE.remedies().getFirst();
        return Stream.of(
                new Row(
                        "GJ-P01",
                        steps(LICENCE, StepKind.ACCEPTANCE, s -> leads(s, "supplement", List.of())),
                        LICENCE),
                new Row(
                        "GJ-P02",
                        steps(
                                LICENCE,
                                StepKind.ACCEPTANCE,
                                s -> leads(s, "not-accepted", List.of())),
                        LICENCE),
                new Row(
                        "GJ-P03",
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s -> leads(s, "refused", List.of(Step.END))),
                        LICENCE),
                new Row(
                        "GJ-P04",
                        steps(
                                PENALTY,
                                StepKind.PENALTY_DECISION,
                                s -> leads(s, "punished", List.of(Step.END))),
                        steps(
                                PENALTY,
                                StepKind.PENALTY_DECISION,
                                s -> leads(s, "not-punished", List.of(Step.END)))),
                new Row(
                        "GJ-P05",
                        steps(PENALTY, StepKind.PENALTY_NOTICE, s -> leads(s, "stated", List.of())),
                        PENALTY),
                new Row(
                        "GJ-P06",
                        steps(
                                PENALTY,
                                StepKind.PENALTY_NOTICE,
                                s -> leads(s, "hearing", List.of())),
                        PENALTY),
                new Row("GJ-P07", without(PENALTY, StepKind.LEGAL_REVIEW), PENALTY),
                new Row(
                        "GJ-P08",
                        without(LICENCE, StepKind.PARTY_NOTICE),
                        with(LICENCE, "situations", LICENCE.situations().subList(0, 1))),
                new Row("GJ-P09", situations(LICENCE, s -> with(s, "results", List.of())), LICENCE),
                new Row(
                        "GJ-P10",
                        steps(LICENCE, StepKind.PUBLICITY, s -> leads(s, "objection", List.of())),
                        with(LICENCE, "situations", LICENCE.situations().subList(0, 1))),
                new Row(
                        "GJ-P11",
                        steps(
                                LICENCE,
                                StepKind.ONE_OFF_NOTICE,
                                s -> leads(s, "withdrawn", List.of())),
                        LICENCE),
                new Row(
                        "GJ-P12",
                        with(
                                LICENCE,
                                "remedies",
                                List.of(
                                        with(
                                                reconsider,
                                                "to",
                                                new Text("上一级主管部门", "the superior department")))),
                        with(
                                with(LICENCE, "inForce", LocalDate.of(2023, 12, 31)),
                                "remedies",
                                List.of(
                                        with(
                                                reconsider,
                                                "to",
                                                new Text("上一级主管部门", "the superior department"))))),
                new Row(
                        "GJ-P13",
                        situations(LICENCE, s -> with(s, "channels", List.of("window"))),
                        situations(
                                LICENCE, s -> with(s, "channels", List.of("window", "online")))));
    }

    private static Stream<Row> time() {
        return Stream.of(
                new Row("GJ-T01", limits(LICENCE, l -> with(l, "promise", l.statute())), LICENCE),
                new Row(
                        "GJ-T02",
                        limits(LICENCE, l -> with(l, "warning", warning(0, 20))),
                        limits(LICENCE, l -> with(l, "warning", warning(1, 20)))),
                new Row(
                        "GJ-T03",
                        limits(
                                LICENCE,
                                l -> with(l, "warning", warning(l.promise().limit().n(), 100))),
                        limits(
                                LICENCE,
                                l ->
                                        with(
                                                l,
                                                "warning",
                                                warning(l.promise().limit().n() - 1, 100)))),
                new Row("GJ-T04", paused(61), paused(60)),
                new Row(
                        "GJ-T05",
                        with(LICENCE, "inForce", LocalDate.of(2027, 1, 1)),
                        with(LICENCE, "inForce", LocalDate.of(2026, 12, 31))),
                new Row("GJ-T06", service(8), service(7)),
                new Row(
                        "GJ-T07",
                        steps(LICENCE, StepKind.ARCHIVING, s -> with(s, "limit", null)),
                        steps(LICENCE, StepKind.ONE_OFF_NOTICE, s -> with(s, "limit", null))));
    }

    private static PowerDefinition paused(int days) {
        return limits(
                LICENCE,
                l ->
                        with(
                                l,
                                "pauses",
                                l.pauses().stream()
                                        .map(g -> with(g, "cap", with(g.cap(), "n", days)))
                                        .toList()));
    }

    private static PowerDefinition service(int days) {
        return steps(
                PENALTY,
                s -> s.kind() == StepKind.SERVICE && s.limit() != null,
                s -> with(s, "limit", with(Objects.requireNonNull(s.limit()), "n", days)));
    }

    private static Stream<Row> integrity() {
        var enough =
                LICENCE.situations().stream()
                        .flatMap(s -> s.steps().stream())
                        .collect(Collectors.toMap(Step::role, _ -> 2, (a, _) -> a));
        var short1 = new HashMap<>(enough);
        short1.put(
                LICENCE.situations().getFirst().steps().stream()
                        .filter(s -> s.kind() == StepKind.PAIRED_REVIEW)
                        .findFirst()
                        .orElseThrow()
                        .role(),
                1);
        return Stream.of(
                new Row(
                        "GJ-I01",
                        with(
                                LICENCE,
                                "supervision",
                                with(LICENCE.supervision(), "by", LICENCE.organ())),
                        LICENCE),
                new Row(
                        "GJ-I02",
                        steps(LICENCE, StepKind.DECISION, s -> with(s, "role", "reviewer")),
                        steps(LICENCE, StepKind.ARCHIVING, s -> with(s, "role", "reviewer"))),
                new Row(
                        "GJ-I03",
                        steps(PENALTY, StepKind.COLLECTION, s -> with(s, "role", decides())),
                        PENALTY),
                new Row(
                        "GJ-I04",
                        steps(LICENCE, StepKind.DECISION, s -> with(s, "risk", null)),
                        steps(LICENCE, StepKind.ARCHIVING, s -> with(s, "risk", null))),
                new Row("GJ-I05", graded(1), graded(0)),
                new Row("GJ-I06", LICENCE, LICENCE, staffed(short1), staffed(enough)));
    }

    private static LintFacts staffed(Map<String, Integer> staff) {
        return new LintFacts(FACTS.laws(), FACTS.publishedYears(), staff, null, List.of());
    }

    private static String decides() {
        return PENALTY.situations().stream()
                .flatMap(s -> s.steps().stream())
                .filter(s -> s.kind() == StepKind.PENALTY_DECISION)
                .findFirst()
                .orElseThrow()
                .role();
    }

    /// The last grade begins so many fen behind the end of the one before.
    private static PowerDefinition graded(long gap) {
        var penalty = Objects.requireNonNull(PENALTY.penalty());
        var violations =
                penalty.violations().stream()
                        .map(v -> {
                            var middle = v.fine().from() + v.fine().width() / 2;
                            var slight = v.grades().getFirst();
                            return with(
                                    v,
                                    "grades",
                                    List.of(
                                            with(
                                                    slight,
                                                    "fine",
                                                    new Penalty.Band(v.fine().from(), middle)),
                                            with(
                                                    slight,
                                                    "fine",
                                                    new Penalty.Band(
                                                            middle + gap, v.fine().to()))));
                        })
                        .toList();
        return with(PENALTY, "penalty", with(penalty, "violations", violations));
    }

    private static List<String> found(PowerDefinition power, LintFacts facts) {
        return Lint.of(power, facts).stream().map(LintFinding::rule).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itIsNoticedAndWhatStandsBesideItIsNot(Row row) {
        assertThat(found(row.bad(), row.badFacts())).contains(row.rule());
        assertThat(found(row.near(), row.nearFacts())).doesNotContain(row.rule());
    }

    @Test
    void everyRuleHasARow() {
        assertThat(rows().map(Row::rule))
                .containsExactlyInAnyOrderElementsOf(
                        Lint.rules().stream().map(LintRule::id).toList());
    }

    @Test
    void noRuleRaisesAFalseAlarmOnTheShippedPowers() {
        for (var name : ShippedDefinitions.texts().keySet()) {
            assertThat(Lint.of(shipped(name), FACTS))
                    .as(name)
                    .allMatch(f -> f.severity() == LintSeverity.NOTE);
        }
    }

    @Test
    void everyRuleSaysSomethingInBothLanguagesAndNamesItsBasis() {
        assertThat(Lint.rules())
                .allSatisfy(r -> {
                    assertThat(r.message().en()).isNotBlank().doesNotMatch(".*\\p{IsHan}.*");
                    assertThat(r.remedy().en()).isNotBlank();
                    assertThat(r.basis().number()).isNotBlank();
                });
        assertThat(DefinitionLint.rules()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(DefinitionLint.rules().stream().map(DefinitionLint.Described::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTextThatDoesNotLoadSaysThatTheRestCouldNotBeAnalysed() {
        var lint = new DefinitionLint(new DefinitionReader());
        var text = text("road-penalty.yaml").replace("\nkind: penalty\n", "\nkind: pennalty\n");
        var found =
                lint.lint(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "x.yaml", FACTS);
        assertThat(found)
                .extracting(DefinitionLint.Reported::rule)
                .contains("UNKNOWN_WORD", "NOT_ANALYSED");
        assertThat(found)
                .filteredOn(f -> f.rule().equals("UNKNOWN_WORD"))
                .allMatch(f ->
                        f.line()
                                == 1 + text.lines().takeWhile(l -> !l.startsWith("kind:")).count());
    }
}
