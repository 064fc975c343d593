package org.guiju.formats.bpmn;

import java.util.Map;
import org.guiju.formats.bpmn.BpmnImport.Reason;
import org.guiju.kernel.shared.Text;
import org.w3c.dom.Element;

/// 拒绝和省略的说法: what has no meaning in a flow of public power, and what to draw instead.
final class BpmnWords {
    private static final int LONGEST = 60;

    private record Words(Text says, Text remedy) {}

    private static final Text ONE_STEP =
            new Text("请把它展开成直接画出的环节", "Draw what it holds as tasks of the flow itself");
    private static final Text DRAW_TASK =
            new Text("请改画成由岗位办理的环节（userTask）", "Draw it as a task that a post handles (userTask)");
    private static final Text OUTCOME =
            new Text(
                    "请改画成环节的一种结果（排他网关的一条线）",
                    "Draw it as an outcome: a way out of an exclusive gateway");

    private static final Map<String, Words> MEANINGLESS =
            Map.ofEntries(
                    say(
                            "messageFlow",
                            "跨泳池的消息流没有对应：一项权力的流程是一个整体",
                            "A message flow between pools has no meaning: the flow of a power is one whole",
                            new Text(
                                    "请把各方画在一个流程里，用环节和顺序流连接",
                                    "Draw both sides in one process, joined by tasks and sequence flows")),
                    say(
                            "process",
                            "一个文件只能有一个流程",
                            "A file holds one process",
                            new Text("请每种办理情形导出一个文件", "Export one file for each situation")),
                    say("subProcess", "子流程没有对应", "A sub-process has no meaning here", ONE_STEP),
                    say("transaction", "事务子流程没有对应", "A transaction has no meaning here", ONE_STEP),
                    say(
                            "adHocSubProcess",
                            "无序子流程没有对应：环节的先后由制度规定",
                            "An ad-hoc sub-process has no meaning: the order is laid down",
                            ONE_STEP),
                    say(
                            "callActivity",
                            "调用其他流程没有对应：公众读到的就是全部",
                            "A call of another process has no meaning: what the public reads is all there is",
                            ONE_STEP),
                    say("sendTask", "发送任务没有对应", "A send task has no meaning here", DRAW_TASK),
                    say("receiveTask", "接收任务没有对应", "A receive task has no meaning here", DRAW_TASK),
                    say("scriptTask", "脚本任务没有对应", "A script task has no meaning here", DRAW_TASK),
                    say(
                            "businessRuleTask",
                            "业务规则任务没有对应：规则写在办事条件和标准里",
                            "A rule task has no meaning: rules are conditions and standards",
                            DRAW_TASK),
                    say(
                            "eventBasedGateway",
                            "事件网关没有对应：结果由人作出",
                            "An event-based gateway has no meaning: people bring outcomes about",
                            OUTCOME),
                    say(
                            "complexGateway",
                            "复杂网关没有对应",
                            "A complex gateway has no meaning here",
                            OUTCOME),
                    say(
                            "intermediateCatchEvent",
                            "中间捕获事件没有对应",
                            "An intermediate catch event has no meaning here",
                            new Text(
                                    "等待请画成环节，期限请画成环节边上的定时器",
                                    "Draw waiting as a task, and a period as a timer on the border of a task")),
                    say(
                            "intermediateThrowEvent",
                            "中间抛出事件没有对应",
                            "An intermediate throw event has no meaning here",
                            DRAW_TASK),
                    say("compensation", "补偿没有对应", "Compensation has no meaning here", OUTCOME),
                    say(
                            "standardLoopCharacteristics",
                            "循环任务没有对应",
                            "A looping task has no meaning here",
                            new Text("请用一条回到前面环节的线表示退回", "Draw a line back to an earlier task")),
                    say(
                            "multiInstanceLoopCharacteristics",
                            "多实例任务没有对应",
                            "A multi-instance task has no meaning here",
                            new Text(
                                    "几个人共同办理请画成一个环节，在草案里写明人数",
                                    "Draw one task, and state in the draft how many officers act")),
                    say("event", "这种事件没有对应", "An event of this kind has no meaning here", OUTCOME));

    private static final Text EVENT =
            new Text(
                    "消息、信号、错误、升级等事件没有对应", "Message, signal, error and like events have no meaning");
    private static final Text OTHER =
            new Text("这种元素没有对应", "An element of this kind has no meaning here");

    private BpmnWords() {}

    private static Map.Entry<String, Words> say(String kind, String zh, String en, Text remedy) {
        return Map.entry(kind, new Words(new Text(zh, en), remedy));
    }

    static Reason noMeaning(Element e, String kind) {
        var words =
                MEANINGLESS.getOrDefault(
                        kind,
                        kind.endsWith("EventDefinition")
                                ? new Words(EVENT, OUTCOME)
                                : new Words(OTHER, DRAW_TASK));
        return new Reason(named(e), words.says, words.remedy);
    }

    static Reason leftOut(Element e) {
        return new Reason(
                named(e),
                new Text("数据对象和注释没有带入草案", "Data and remarks were left out of the draft"),
                new Text("材料、条件请在草案里填写", "State materials and conditions in the draft"));
    }

    /// `subProcess “复核” (id)` as the file has it.
    static String named(Element e) {
        var name = shortened(BpmnXml.attribute(e, "name").replaceAll("\\s+", " "));
        var id = shortened(BpmnXml.attribute(e, "id"));
        return e.getLocalName()
                + (name.isEmpty() ? "" : " “" + name + "”")
                + (id.isEmpty() ? "" : " (" + id + ")");
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
