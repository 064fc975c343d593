package org.guiju.formats.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiju.formats.bpmn.BpmnImport.Accepted;
import org.guiju.formats.bpmn.BpmnImport.Refused;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BpmnImportTest {
    private static final String HEAD =
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\">";

    static byte[] file(String name) {
        try (var in =
                Objects.requireNonNull(BpmnImportTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Refused refused(byte[] bytes) {
        return (Refused) BpmnImport.read(bytes);
    }

    @ParameterizedTest
    @CsvSource({"A.1.0.bpmn, 3", "A.2.0.bpmn, 4", "A.2.1.bpmn, 4"})
    void aReferenceModelOfTasksAndGatewaysIsAccepted(String name, int steps) {
        assertThat(BpmnImport.read(file(name)))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        a -> {
                            var draft = a.draft();
                            assertThat(draft.steps()).hasSize(steps);
                            assertThat(draft.yaml())
                                    .contains("# 缺 missing: 环节类型 kind of step", "steps:");
                            assertThat(draft.missing())
                                    .as("what the reader misses, in its words")
                                    .isNotEmpty()
                                    .allSatisfy(p -> {
                                        assertThat(p.message().zh()).isNotBlank();
                                        assertThat(p.remedy().zh()).isNotBlank();
                                    });
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "A.3.0.bpmn, subProcess, 子流程没有对应",
        "A.4.0.bpmn, messageFlow, 消息流没有对应",
        "A.4.1.bpmn, messageFlow, 消息流没有对应",
        "B.1.0.bpmn, callActivity, 调用其他流程没有对应",
        "B.2.0.bpmn, eventBasedGateway, 事件网关没有对应"
    })
    void whatHasNoMeaningHereIsRefusedWithTheElementAndTheRemedy(
            String name, String element, String says) {
        var reasons = refused(file(name)).reasons();
        assertThat(reasons)
                .anySatisfy(r -> {
                    assertThat(r.element()).startsWith(element);
                    assertThat(r.says().zh()).contains(says);
                });
        assertThat(reasons)
                .allSatisfy(r -> {
                    assertThat(r.remedy().zh()).isNotBlank();
                    assertThat(r.says().en()).isNotBlank();
                    assertThat(r.remedy().en()).isNotBlank();
                    assertThat(r.print(true)).contains("请");
                });
    }

    @Test
    void choicesBecomeOutcomesAndAForkListsItsSteps() {
        var draft = ((Accepted) BpmnImport.read(file("A.2.0.bpmn"))).draft();
        var first = draft.steps().getFirst();
        assertThat(first.outcomes().values().stream().flatMap(List::stream))
                .hasSizeGreaterThan(1)
                .isSubsetOf(draft.steps().stream().map(DraftStep::id).toList());
    }

    @Test
    void aForkATimerAJoinAndAPerformerAreRead() {
        var text =
                HEAD
                        + """
                        <process id="p" name="备案">
                        <startEvent id="s"/><userTask id="accept" name="受理"><potentialOwner><resourceAssignmentExpression>
                        <formalExpression>window</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>
                        <exclusiveGateway id="g"/><parallelGateway id="f"/><task id="a" name="甲"/><task id="b" name="乙"/>
                        <boundaryEvent id="t" attachedToRef="b"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent>
                        <parallelGateway id="j"/><task id="c" name="丙"/><endEvent id="e"/><endEvent id="no"/>
                        <sequenceFlow id="f1" sourceRef="s" targetRef="accept"/><sequenceFlow id="f2" sourceRef="accept" targetRef="g"/>
                        <sequenceFlow id="f3" name="受理" sourceRef="g" targetRef="f"/><sequenceFlow id="f4" name="不予受理" sourceRef="g" targetRef="no"/>
                        <sequenceFlow id="f5" sourceRef="f" targetRef="a"/><sequenceFlow id="f6" sourceRef="f" targetRef="b"/>
                        <sequenceFlow id="f7" sourceRef="a" targetRef="j"/><sequenceFlow id="f8" sourceRef="t" targetRef="j"/>
                        <sequenceFlow id="f9" sourceRef="j" targetRef="c"/><sequenceFlow id="fa" sourceRef="c" targetRef="e"/>
                        </process></definitions>
                        """;
        var draft = ((Accepted) BpmnImport.read(text.getBytes(StandardCharsets.UTF_8))).draft();
        var ids = draft.steps().stream().map(DraftStep::id).toList();
        assertThat(ids).hasSize(4).first().isEqualTo("accept");
        var accept = draft.steps().getFirst();
        assertThat(accept.role()).isEqualTo("window");
        assertThat(accept.outcomes())
                .containsEntry("accepted", ids.subList(1, 3))
                .containsEntry("not-accepted", List.of());
        var timed = draft.steps().get(2);
        assertThat(timed.limit())
                .isEqualTo(new DraftStep.DraftLimit(7, "calendar-day", "step", null));
        assertThat(timed.outcomes()).isEqualTo(Map.of("over", List.of(ids.getLast())));
        assertThat(draft.steps().getLast().join()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a",
                "<html/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><lolz>&b;</lolz>",
                "<definitions/>",
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"
            })
    void whatIsNoBpmnOrIsHostileIsRefusedInBothLanguages(String text) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).reasons())
                                .isNotEmpty()
                                .allSatisfy(r -> {
                                    assertThat(r.print(true)).contains("请");
                                    assertThat(r.print(false)).doesNotContain("Exception");
                                }));
    }

    @Test
    void depthNumberAndSizeAreBounded() {
        var deep = HEAD + "<a>".repeat(100_000);
        assertThat(refused(deep.getBytes(StandardCharsets.UTF_8)).reasons().getFirst().says().zh())
                .contains("嵌套过深");
        var many =
                HEAD + "<process id=\"p\">" + "<task/>".repeat(50_000) + "</process></definitions>";
        assertThat(refused(many.getBytes(StandardCharsets.UTF_8)).reasons().getFirst().says().zh())
                .contains("过多");
        assertThat(refused(new byte[BpmnXml.MAX_BYTES + 1]).reasons().getFirst().says().zh())
                .contains("4 MB");
    }

    @Test
    void gatewaysThatLeadNowhereAndStartsThatAreNoneAreNamed() {
        var ring =
                HEAD
                        + "<process id=\"p\"><startEvent id=\"s\"/><task id=\"a\"/><exclusiveGateway id=\"g\"/>"
                        + "<exclusiveGateway id=\"h\"/><sequenceFlow id=\"1\" sourceRef=\"s\" targetRef=\"a\"/>"
                        + "<sequenceFlow id=\"2\" sourceRef=\"a\" targetRef=\"g\"/>"
                        + "<sequenceFlow id=\"3\" sourceRef=\"g\" targetRef=\"h\"/>"
                        + "<sequenceFlow id=\"4\" sourceRef=\"g\" targetRef=\"h\"/>"
                        + "<sequenceFlow id=\"5\" sourceRef=\"h\" targetRef=\"g\"/>"
                        + "<sequenceFlow id=\"6\" sourceRef=\"h\" targetRef=\"g\"/></process></definitions>";
        assertThat(refused(ring.getBytes(StandardCharsets.UTF_8)).reasons())
                .anyMatch(r -> r.says().zh().contains("网关只通向网关"));
        var none = HEAD + "<process id=\"p\"><task id=\"a\"/></process></definitions>";
        assertThat(refused(none.getBytes(StandardCharsets.UTF_8)).reasons())
                .anyMatch(r -> r.says().zh().contains("开始事件应当只有一个，现有 0 个"));
    }
}
