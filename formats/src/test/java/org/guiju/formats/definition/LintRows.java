package org.guiju.formats.definition;

import static org.guiju.formats.definition.LintRulesTest.FACTS;
import static org.guiju.formats.definition.LintRulesTest.LICENCE;
import static org.guiju.formats.definition.LintRulesTest.PENALTY;
import static org.guiju.formats.definition.LintRulesTest.TWO_LEVELS;
import static org.guiju.formats.definition.LintRulesTest.basis;
import static org.guiju.formats.definition.LintRulesTest.leads;
import static org.guiju.formats.definition.LintRulesTest.limits;
import static org.guiju.formats.definition.LintRulesTest.situations;
import static org.guiju.formats.definition.LintRulesTest.steps;
import static org.guiju.formats.definition.With.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.guiju.formats.definition.LintRulesTest.Row;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.lint.LintFacts;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;

/// 审查规则的例子: for each rule of flow, form, redress, office and neighbour the change that it must notice, and one beside it that it must
/// let pass.
final class LintRows {
    private LintRows() {}

    static Stream<Row> all() {
        return Stream.of(flow(), form(), neighbours(), redress(), office(), discretion())
                .flatMap(s -> s);
    }

    /// So many opinions asked for at once, and all of them before the decision.
    private static PowerDefinition beside(PowerDefinition p, int n) {
        return situations(
                p,
                s -> {
                    var all = new ArrayList<Step>();
                    var ids =
                            java.util.stream.IntStream.range(0, n).mapToObj(i -> "op" + i).toList();
                    for (var step : s.steps()) {
                        all.add(
                                step.kind() == StepKind.ACCEPTANCE
                                        ? leads(step, "accepted", ids)
                                        : step.kind() == StepKind.DECISION
                                                ? with(step, "join", true)
                                                : step);
                    }
                    var model = s.first();
                    for (var id : ids) {
                        var opinion = with(with(model, "id", id), "kind", StepKind.ORGAN_OPINION);
                        all.add(
                                with(
                                        opinion,
                                        "outcomes",
                                        new java.util.LinkedHashMap<>(
                                                java.util.Map.of("given", List.of("decide")))));
                    }
                    return with(s, "steps", all);
                });
    }

    private static Stream<Row> flow() {
        return Stream.of(
                // The inspection stands in a branch beside the notice to the parties.
                new Row(
                        "GJ-P14",
                        steps(
                                LICENCE,
                                StepKind.SITE_INSPECTION,
                                s -> leads(s, "again", List.of("accept"))),
                        steps(
                                LICENCE,
                                StepKind.SITE_INSPECTION,
                                s -> leads(s, "again", List.of(s.id())))),
                // Whoever serves decides again, and the archive waits for both branches.
                new Row(
                        "GJ-P30",
                        steps(
                                LICENCE,
                                StepKind.SERVICE,
                                s -> leads(s, "served", List.of("decide"))),
                        LICENCE),
                new Row("GJ-P31", beside(LICENCE, 11), beside(LICENCE, 3)),
                new Row(
                        "GJ-P32",
                        steps(
                                TWO_LEVELS,
                                StepKind.SITE_INSPECTION,
                                s -> with(s, "basis", "inst-joint")),
                        TWO_LEVELS),
                new Row(
                        "GJ-P15",
                        steps(LICENCE, StepKind.DECISION, s -> with(s, "join", true)),
                        steps(LICENCE, StepKind.ARCHIVING, s -> with(s, "join", true)),
                        FACTS,
                        FACTS),
                new Row(
                        "GJ-P16",
                        steps(
                                LICENCE,
                                StepKind.ACCEPTANCE,
                                s -> leads(s, "accepted", List.of("decide"))),
                        LICENCE),
                new Row(
                        "GJ-P17",
                        steps(
                                PENALTY,
                                StepKind.INVESTIGATION,
                                s -> leads(s, "punish", List.of("review-law"))),
                        PENALTY),
                new Row(
                        "GJ-P18",
                        steps(
                                PENALTY,
                                StepKind.CLUE_CHECK,
                                s -> leads(s, "file", List.of("investigate"))),
                        PENALTY),
                new Row(
                        "GJ-P19",
                        steps(
                                PENALTY,
                                StepKind.HEARING,
                                s -> leads(s, "held", List.of("committee"))),
                        steps(
                                PENALTY,
                                StepKind.HEARING,
                                s -> leads(s, "held", List.of("review-law")))),
                new Row(
                        "GJ-P20",
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s -> leads(s, "granted", List.of("publish"))),
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s -> leads(s, "granted", List.of("serve")))),
                new Row(
                        "GJ-P21",
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s -> leads(s, "granted", List.of("serve"))),
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s -> leads(s, "refused", List.of("serve")))),
                new Row(
                        "GJ-P22",
                        steps(
                                LICENCE,
                                StepKind.SERVICE,
                                s -> leads(s, "served", List.of(Step.END))),
                        steps(
                                LICENCE,
                                StepKind.ACCEPTANCE,
                                s -> leads(s, "not-accepted", List.of(Step.END)))),
                new Row(
                        "GJ-P23",
                        steps(PENALTY, StepKind.COLLECTION, s -> leads(s, "unpaid", List.of())),
                        PENALTY),
                new Row(
                        "GJ-P24",
                        steps(
                                PENALTY,
                                StepKind.COLLECTION,
                                s -> leads(s, "unpaid", List.of("court"))),
                        PENALTY),
                new Row(
                        "GJ-P25",
                        steps(
                                LICENCE,
                                StepKind.PUBLICITY,
                                s -> leads(s, "objection", s.next("over"))),
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s -> leads(s, "refused", s.next("granted")))),
                new Row(
                        "GJ-P26",
                        steps(
                                LICENCE,
                                StepKind.PARTY_NOTICE,
                                s ->
                                        leads(
                                                leads(s, "over", List.of("serve")),
                                                "hearing",
                                                List.of("serve"))),
                        steps(
                                LICENCE,
                                StepKind.PARTY_NOTICE,
                                s -> leads(s, "over", List.of("decide")))));
    }

    private static Stream<Row> form() {
        var first = LICENCE.situations().getFirst();
        return Stream.of(
                new Row(
                        "GJ-A10",
                        material(m -> named(m, "其他相关材料")),
                        material(m -> named(m, "相关专业学历证书"))),
                new Row("GJ-A11", standard("符合有关规定"), standard("符合消防技术标准，有验收文书")),
                new Row(
                        "GJ-A12",
                        material(m ->
                                with(
                                        named(m, first.results().getFirst()),
                                        "source",
                                        Material.Source.APPLICANT)),
                        material(m ->
                                with(
                                        named(m, first.results().getFirst()),
                                        "source",
                                        Material.Source.SHARED_REGISTER))),
                new Row(
                        "GJ-A13",
                        fields((all, f) ->
                                List.of(all.getFirst(), with(f, "label", all.getFirst().label()))),
                        fields((all, f) -> List.of(all.getFirst(), f))),
                new Row(
                        "GJ-A14",
                        situations(
                                LICENCE,
                                s ->
                                        with(
                                                s,
                                                "materials",
                                                List.of(
                                                        s.materials().getFirst(),
                                                        s.materials().getFirst()))),
                        LICENCE),
                new Row("GJ-A15", situations(LICENCE, s -> with(s, "name", first.name())), LICENCE),
                new Row(
                        "GJ-A16",
                        situations(LICENCE, s -> with(s, "itemCode", first.itemCode())),
                        LICENCE),
                new Row(
                        "GJ-A17",
                        with(LICENCE, "conditions", twice(LICENCE.conditions())),
                        LICENCE),
                new Row(
                        "GJ-A18",
                        with(LICENCE, "external", false),
                        with(PENALTY, "external", false)));
    }

    private static Stream<Row> neighbours() {
        var twin = with(LICENCE, "code", new PowerCode("330899-WL-XK-0099"));
        var elsewhere = with(twin, "organ", new OrganId("qinglan-market"));
        var other = with(twin, "matter", Text.zh("娱乐场所设立"));
        var apart = situations(twin, s -> with(s, "itemCode", s.itemCode() + "-9"));
        var fined = with(PENALTY, "code", new PowerCode("330899-CG-CF-0099"));
        var violation = Objects.requireNonNull(PENALTY.penalty()).violations().getFirst();
        return Stream.of(
                new Row(
                        "GJ-A19",
                        LICENCE,
                        LICENCE,
                        beside(elsewhere),
                        beside(with(elsewhere, "matter", other.matter()))),
                new Row("GJ-A20", LICENCE, LICENCE, beside(twin), beside(other)),
                // A version of the same power is no neighbour.
                new Row("GJ-A21", LICENCE, LICENCE, beside(twin), beside(apart, LICENCE)),
                new Row(
                        "GJ-A22",
                        PENALTY,
                        PENALTY,
                        beside(fined),
                        beside(
                                with(
                                        fined,
                                        "penalty",
                                        with(
                                                PENALTY.penalty(),
                                                "violations",
                                                List.of(
                                                        with(
                                                                violation,
                                                                "name",
                                                                Text.zh("擅自占用绿地"))))))));
    }

    private static Stream<Row> redress() {
        return Stream.of(
                new Row(
                        "GJ-P29",
                        remedies(0, "first", true),
                        with(
                                remedies(0, "first", true),
                                "basis",
                                basis(
                                                LICENCE,
                                                b ->
                                                        with(
                                                                with(b, "text", "应当先申请行政复议"),
                                                                "id",
                                                                b.id()))
                                        .basis())),
                new Row("GJ-T08", unit(0, LimitUnit.WORKING_DAY), unit(0, LimitUnit.CALENDAR_DAY)),
                new Row("GJ-T09", unit(1, LimitUnit.CALENDAR_DAY), unit(1, LimitUnit.MONTH)),
                new Row("GJ-T10", publicity(6), publicity(7)),
                new Row("GJ-T11", extension(0), extension(-1)),
                new Row(
                        "GJ-T12",
                        extendedBy(Basis.Rank.INSTITUTION),
                        extendedBy(Basis.Rank.LOCAL_REGULATION)));
    }

    private static Stream<Row> office() {
        var answering = LICENCE.accountability();
        return Stream.of(
                new Row("GJ-I07", quorum(1, 2, false), quorum(1, 2, true)),
                new Row(
                        "GJ-I08",
                        steps(
                                LICENCE,
                                s -> "section-meeting".equals(s.meeting()),
                                s -> with(s, "meeting", "joint-review")),
                        LICENCE),
                new Row("GJ-I09", meeting("chair", "reviewer"), meeting("chair", "decider")),
                new Row("GJ-I10", meeting("members", "reviewer"), meeting("members", "decider")),
                new Row("GJ-I11", hotline("见公告"), hotline("12345")),
                new Row(
                        "GJ-I12",
                        with(
                                LICENCE,
                                "accountability",
                                answering.stream()
                                        .filter(r -> !r.who().equals("reviewer"))
                                        .toList()),
                        // Whoever keeps the files exercises no power over anybody.
                        with(
                                LICENCE,
                                "accountability",
                                answering.stream()
                                        .filter(r -> !r.who().equals("archivist"))
                                        .toList())),
                new Row(
                        "GJ-I13",
                        with(
                                LICENCE,
                                "accountability",
                                answering.stream().map(r -> with(r, "who", "driver")).toList()),
                        with(
                                LICENCE,
                                "accountability",
                                answering.stream().map(r -> with(r, "who", "archivist")).toList())),
                new Row("GJ-I14", measures(4), measures(3)),
                new Row("GJ-I15", measure(1, "加强教育，提高认识"), measure(2, "加强教育，提高认识")),
                new Row(
                        "GJ-I16",
                        situations(LICENCE, s -> with(s, "formOnly", "lic-34-2")),
                        with(LICENCE, "situations", List.of(LICENCE.situations().getLast()))),
                new Row(
                        "GJ-I17",
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s -> with(s, "complaint", Text.zh("向" + LICENCE.section() + "反映"))),
                        steps(
                                LICENCE,
                                StepKind.DECISION,
                                s ->
                                        with(
                                                s,
                                                "complaint",
                                                Text.zh(
                                                        "向"
                                                                + LICENCE.section()
                                                                + "反映，或者拨打 12345")))));
    }

    private static Stream<Row> discretion() {
        return Stream.of(
                new Row("GJ-I18", graded(1), graded(2)),
                new Row("GJ-I19", citing("第三十三条第一款"), PENALTY),
                new Row("GJ-I20", citing("第二十八条第一款"), PENALTY),
                new Row("GJ-I21", threshold("hearing", 1), threshold("hearing", 0)),
                new Row("GJ-I22", threshold("collective", 1), threshold("collective", 0)),
                new Row(
                        "GJ-P27",
                        steps(
                                PENALTY,
                                StepKind.PENALTY_DECISION,
                                s -> leads(s, "not-punished", List.of())),
                        PENALTY),
                new Row(
                        "GJ-P28",
                        steps(
                                PENALTY,
                                StepKind.PENALTY_DECISION,
                                s -> leads(s, "transferred", List.of())),
                        PENALTY));
    }

    private static LintFacts beside(PowerDefinition... others) {
        return FACTS.beside(List.of(others));
    }

    private static PowerDefinition material(UnaryOperator<Material> change) {
        return situations(
                LICENCE,
                s -> {
                    var all = new ArrayList<>(s.materials());
                    if (!all.isEmpty()) {
                        all.set(0, change.apply(all.getFirst()));
                    }
                    return with(s, "materials", all);
                });
    }

    private static Material named(Material m, String name) {
        return with(m, "name", Text.zh(name));
    }

    private static PowerDefinition standard(String says) {
        return with(
                LICENCE,
                "conditions",
                LICENCE.conditions().stream()
                        .map(c ->
                                with(
                                        c,
                                        "standards",
                                        List.of(new Condition.Standard("s", Text.zh(says), null))))
                        .toList());
    }

    private static PowerDefinition fields(
            java.util.function.BiFunction<List<Field>, Field, List<Field>> change) {
        return situations(
                LICENCE, s -> with(s, "fields", change.apply(s.fields(), s.fields().get(1))));
    }

    private static <T> List<T> twice(List<T> all) {
        var doubled = new ArrayList<>(all);
        doubled.add(all.getFirst());
        return doubled;
    }

    private static PowerDefinition remedies(int which, String part, Object value) {
        var all = new ArrayList<>(LICENCE.remedies());
        all.set(which, with(all.get(which), part, value));
        return with(LICENCE, "remedies", all);
    }

    private static PowerDefinition unit(int which, LimitUnit unit) {
        return remedies(
                which, "within", with(LICENCE.remedies().get(which).within(), "unit", unit));
    }

    private static PowerDefinition publicity(int days) {
        return steps(
                LICENCE,
                StepKind.PUBLICITY,
                s -> with(s, "limit", with(Objects.requireNonNull(s.limit()), "n", days)));
    }

    private static PowerDefinition extension(int longer) {
        return limits(
                LICENCE,
                l ->
                        with(
                                l,
                                "extension",
                                with(
                                        l.extension(),
                                        "limit",
                                        with(
                                                l.statute().limit(),
                                                "n",
                                                l.statute().limit().n() + longer))));
    }

    /// The limit stands in the licensing law; what lengthens it is a document of this rank.
    private static PowerDefinition extendedBy(Basis.Rank rank) {
        var document = new Article("青岚县行政审批工作制度", "第九条");
        var bases = new ArrayList<>(LICENCE.basis());
        bases.add(new Basis("inst-more", rank, document, "经局长批准可以延长5日。"));
        return limits(
                with(LICENCE, "basis", bases),
                l ->
                        with(
                                l,
                                "extension",
                                with(
                                        l.extension(),
                                        "limit",
                                        new Limit(5, l.statute().limit().unit(), document))));
    }

    private static PowerDefinition quorum(int share, int of, boolean moreThan) {
        return with(
                LICENCE,
                "meetings",
                LICENCE.meetings().stream()
                        .map(m ->
                                new MeetingKind(
                                        m.id(),
                                        m.name(),
                                        m.members(),
                                        m.chair(),
                                        share,
                                        of,
                                        moreThan,
                                        m.basis()))
                        .toList());
    }

    private static PowerDefinition meeting(String part, String role) {
        return with(
                LICENCE,
                "meetings",
                LICENCE.meetings().stream().map(m -> with(m, part, role)).toList());
    }

    private static PowerDefinition hotline(String number) {
        return with(LICENCE, "supervision", with(LICENCE.supervision(), "hotline", number));
    }

    /// The first so many steps of a situation have one measure.
    private static PowerDefinition measures(int copies) {
        return situations(
                LICENCE,
                s -> {
                    var all = new ArrayList<Step>();
                    int done = 0;
                    for (var step : s.steps()) {
                        var risk = step.risk();
                        if (risk != null && done < copies) {
                            done++;
                            all.add(with(step, "risk", with(risk, "measure", Text.zh("双人办理"))));
                        } else {
                            all.add(step);
                        }
                    }
                    return with(s, "steps", all);
                });
    }

    private static PowerDefinition measure(int grade, String words) {
        return steps(
                LICENCE,
                s -> s.risk() != null,
                s ->
                        with(
                                s,
                                "risk",
                                with(
                                        with(Objects.requireNonNull(s.risk()), "grade", grade),
                                        "measure",
                                        Text.zh(words))));
    }

    private static PowerDefinition violations(UnaryOperator<Penalty.Violation> change) {
        var penalty = Objects.requireNonNull(PENALTY.penalty());
        return with(
                PENALTY,
                "penalty",
                with(penalty, "violations", penalty.violations().stream().map(change).toList()));
    }

    private static PowerDefinition graded(int grades) {
        return violations(v -> with(v, "grades", v.grades().subList(0, grades)));
    }

    /// Without the article.
    private static PowerDefinition citing(String article) {
        return with(
                PENALTY,
                "basis",
                PENALTY.basis().stream()
                        .filter(b -> !b.article().number().equals(article))
                        .toList());
    }

    private static PowerDefinition threshold(String which, long above) {
        var penalty = Objects.requireNonNull(PENALTY.penalty());
        long max = penalty.violations().stream().mapToLong(v -> v.fine().to()).max().orElseThrow();
        return with(
                PENALTY,
                "penalty",
                with(
                        penalty,
                        which,
                        new Penalty.Threshold(
                                max + above, max + above, penalty.hearing().basis())));
    }
}
