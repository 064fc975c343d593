package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.guiju.formats.definition.ShippedDefinitions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A definition broken in forty ways, each by one change as a person makes it: `guiju lint` names the rule and the place.
class BrokenInFortyWaysTest {
    private static final String CAFE = "wangba-licence.yaml";
    private static final String ROAD = "road-penalty.yaml";

    /// A finding may point at the step, the situation or the list in which the changed line stands.
    private static final int NEAR = 25;

    @TempDir Path folder;

    /// @param was what stands in the text, once or more; the first is changed
    /// @param line whether the finding has a place of its own in the text
    record Broken(String how, String file, String was, String becomes, String rule, boolean line) {
        @Override
        public String toString() {
            return how + " → " + rule;
        }
    }

    private static Broken cafe(String how, String was, String becomes, String rule) {
        return new Broken(how, CAFE, was, becomes, rule, true);
    }

    private static Broken road(String how, String was, String becomes, String rule) {
        return new Broken(how, ROAD, was, becomes, rule, true);
    }

    private static Broken whole(String how, String file, String was, String becomes, String rule) {
        return new Broken(how, file, was, becomes, rule, false);
    }

    static Stream<Broken> ways() {
        return Stream.of(
                // The text itself
                cafe("a wide colon", "kind: licence", "kind：licence", "WIDE_COLON"),
                cafe("a misspelt kind", "kind: licence", "kind: license", "UNKNOWN_WORD"),
                cafe(
                        "a key twice",
                        "section: 文化市场科",
                        "section: 文化市场科\nsection: 办公室",
                        "DUPLICATE_KEY"),
                cafe(
                        "a day that is none",
                        "in-force: 2025-01-01",
                        "in-force: 2025-02-30",
                        "NOT_A_DATE"),
                cafe("wide digits", "version: 3", "version: ３", "WIDE_DIGIT"),
                whole("no fee standard", CAFE, "\nfees: none\n", "\n", "ELEMENT_MISSING"),
                cafe(
                        "an unknown key",
                        "retention: 10y",
                        "retention: 10y\nremark: 待定",
                        "UNKNOWN_KEY"),
                cafe("a reference to nothing", "basis: reg-10-3", "basis: reg-10-9", "REFERENCE"),
                // 职权
                cafe("a law by a name nobody knows", "law: 行政复议法", "law: 复议法", "GJ-A03"),
                cafe("a repealed law", "law: 行政诉讼法", "law: 合同法", "GJ-A01"),
                cafe("a quotation cut short", "text: 资金信用证明；", "text: 资金……", "GJ-A07"),
                cafe("a catch-all material", "zh: 营业场所产权证明或者租赁意向书, en", "zh: 其他相关材料, en", "GJ-A10"),
                cafe(
                        "a standard nobody can check",
                        "zh: 资金信用证明载明的金额不少于申请书填报的资金数额",
                        "zh: 资金符合有关规定",
                        "GJ-A11"),
                cafe(
                        "one code for two situations",
                        "330899WLXK0012-02",
                        "330899WLXK0012-01",
                        "GJ-A16"),
                whole(
                        "hidden from those who apply",
                        CAFE,
                        "external: true",
                        "external: false",
                        "GJ-A18"),
                cafe(
                        "a condition without a basis in law",
                        "    basis: reg-8-2\n",
                        "    basis: inst-pair\n",
                        "CONDITION_BASIS_TOO_LOW"),
                // 程序
                cafe(
                        "no one-off notice",
                        "outcomes: { accepted: review, supplement: await-applicant, not-accepted: end }",
                        "outcomes: { accepted: review, not-accepted: end }",
                        "STEP_UNREACHABLE"),
                cafe(
                        "no refusal in writing",
                        "outcomes: { accepted: review, supplement: await-applicant, not-accepted: end }",
                        "outcomes: { accepted: review, supplement: await-applicant }",
                        "GJ-P02"),
                cafe(
                        "a step that is never reached",
                        "outcomes: { resolved: joint-review }",
                        "outcomes: { resolved: decide }",
                        "STEP_UNREACHABLE"),
                cafe(
                        "no way to an end",
                        "outcomes: { archived: end }",
                        "outcomes: { archived: archive }",
                        "END_UNREACHABLE"),
                whole(
                        "branches that meet unjoined",
                        CAFE,
                        "        join: true\n        limit: { n: 1",
                        "        limit: { n: 1",
                        "BRANCH_NOT_JOINED"),
                cafe(
                        "a branch lost on return",
                        "outcomes: { held: section-meeting }",
                        "outcomes: { held: accept }",
                        "GJ-P14"),
                cafe(
                        "decided without examination",
                        "outcomes: { accepted: review,",
                        "outcomes: { accepted: joint-review,",
                        "STEP_UNREACHABLE"),
                cafe(
                        "granted and not served",
                        "outcomes: { granted: [serve, publish],",
                        "outcomes: { granted: publish,",
                        "GJ-P20"),
                road(
                        "punished unannounced",
                        "outcomes: { punish: notify,",
                        "outcomes: { punish: review-law,",
                        "STEP_UNREACHABLE"),
                whole(
                        "heard and not reviewed",
                        ROAD,
                        "outcomes: { held: recheck }",
                        "outcomes: { held: committee }",
                        "GJ-P19"),
                road(
                        "no acquittal",
                        "punished: serve, not-punished: serve-no-penalty,",
                        "punished: serve,",
                        "GJ-P27"),
                whole(
                        "no demand before the court",
                        ROAD,
                        "unpaid: demand }",
                        "unpaid: court }",
                        "STEP_UNREACHABLE"),
                cafe(
                        "an old court of redress",
                        "to: { zh: 青岚县人民政府,",
                        "to: { zh: 上一级主管部门,",
                        "GJ-P12"),
                // 时限
                cafe(
                        "a promise over the law",
                        "promise: { n: 10, unit: working-day",
                        "promise: { n: 21, unit: working-day",
                        "PROMISE_OVER_STATUTE"),
                whole(
                        "parts beyond the whole",
                        CAFE,
                        "limit: { n: 2, unit: working-day }\n        basis: lic-34-3",
                        "limit: { n: 9, unit: working-day }\n        basis: lic-34-3",
                        "PARTS_AND_WHOLE"),
                cafe(
                        "a unit that is not the law's",
                        "statute: { n: 20, unit: working-day",
                        "statute: { n: 20, unit: calendar-day",
                        "PROMISE_NOT_COMPARABLE"),
                cafe(
                        "a pause without an end",
                        "n: 20, unit: working-day, basis: lic-45 }",
                        "n: 90, unit: working-day, basis: lic-45 }",
                        "GJ-T04"),
                cafe(
                        "six months as 180 days",
                        "within: { n: 6, unit: month",
                        "within: { n: 180, unit: calendar-day",
                        "REMEDY_TOO_SHORT"),
                road(
                        "served too late",
                        "limit: { n: 7, unit: working-day, from: decision, basis: pen-61 }",
                        "limit: { n: 8, unit: working-day, from: decision, basis: pen-61 }",
                        "GJ-T06"),
                // 廉政
                cafe(
                        "supervision by itself",
                        "by: discipline-group-4",
                        "by: qinglan-culture",
                        "GJ-I01"),
                cafe(
                        "a risk that no rule controls",
                        "control: BOUND_TO_RESOLUTION",
                        "control: TRUST_IN_PEOPLE",
                        "CONTROL_UNKNOWN"),
                cafe(
                        "one role with two keys",
                        "        role: decider",
                        "        role: reviewer",
                        "GJ-I02"),
                cafe(
                        "a quorum of a minority",
                        "quorum: { share: 1, of: 2, more-than: true }",
                        "quorum: { share: 1, of: 3 }",
                        "GJ-I07"),
                road(
                        "a gap in the grades",
                        "fine: { from: 50000, to: 500000 }",
                        "fine: { from: 60000, to: 500000 }",
                        "GJ-I05"),
                road(
                        "grades that overlap",
                        "fine: { from: 500000, to: 1000000 }",
                        "fine: { from: 400000, to: 1000000 }",
                        "GRADES_OVERLAP"),
                whole(
                        "a power nobody answers for",
                        ROAD,
                        "who: collector",
                        "who: legal-officer",
                        "GJ-I12"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theLintNamesTheRuleAndThePlace(Broken broken) throws Exception {
        var text = Objects.requireNonNull(ShippedDefinitions.texts().get(broken.file()));
        int at = text.indexOf(broken.was());
        assertThat(at).as("stands in the text").isNotNegative();
        var file = folder.resolve(broken.file());
        Files.writeString(
                file,
                text.substring(0, at)
                        + broken.becomes()
                        + text.substring(at + broken.was().length()));
        var out = new StringWriter();
        var line = Guiju.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        int exit = line.execute("lint", "--format", "json", file.toString());
        var findings =
                StreamSupport.stream(
                                JsonMapper.shared()
                                        .readTree(out.toString())
                                        .path("files")
                                        .path(0)
                                        .path("findings")
                                        .spliterator(),
                                false)
                        .toList();
        assertThat(findings)
                .extracting(f -> f.path("rule").asString())
                .as(out.toString())
                .contains(broken.rule());
        if (broken.line()) {
            int changed = (int) text.substring(0, at).lines().count();
            assertThat(findings)
                    .filteredOn(f -> f.path("rule").asString().equals(broken.rule()))
                    .extracting(f -> f.path("line").asInt())
                    .as("line of the change: " + changed)
                    .anySatisfy(found -> assertThat(Math.abs(found - changed)).isLessThan(NEAR));
        }
        boolean grave =
                findings.stream()
                        .map(f -> f.path("severity"))
                        .map(JsonNode::asString)
                        .anyMatch(s -> !s.equals("note"));
        assertThat(exit).isEqualTo(grave ? Guiju.FINDINGS : Guiju.FINE);
    }
}
