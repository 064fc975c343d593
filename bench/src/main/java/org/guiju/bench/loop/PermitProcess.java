package org.guiju.bench.loop;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/// 流程引擎眼中的行政许可: six user tasks in a row and the variables that go with them, for engines that run BPMN.
public final class PermitProcess {
    private static final String[][] TASKS = {
        {"accept", "受理", "window"},
        {"reviewA", "审查（初审）", "reviewer"},
        {"reviewB", "审查（复审）", "reviewer"},
        {"decide", "决定", "chief"},
        {"publish", "公示", "window"},
        {"deliver", "送达", "window"}
    };

    private PermitProcess() {}

    /// @param namespace of the engine's own attributes
    public static String bpmn(String namespace) {
        var flow = new StringBuilder();
        var last = "start";
        for (var task : TASKS) {
            flow.append(
                    """
                    <sequenceFlow id="to-%1$s" sourceRef="%4$s" targetRef="%1$s"/>
                    <userTask id="%1$s" name="%2$s" x:candidateGroups="%3$s"/>
                    """
                            .formatted(task[0], task[1], task[2], last));
            last = task[0];
        }
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="%s" targetNamespace="bench">
          <process id="permit" name="行政许可" isExecutable="true" x:historyTimeToLive="P180D">
            <startEvent id="start"/>
            %s
            <sequenceFlow id="to-end" sourceRef="%s" targetRef="end"/>
            <endEvent id="end"/>
          </process>
        </definitions>
        """
                .formatted(namespace, flow, last);
    }

    @SuppressWarnings(
            "JavaUtilDate") // the type of a process variable that both engines store as a date
    public static Map<String, Object> application(long n) {
        var answers = new HashMap<String, Object>();
        answers.put("applicant", "某某餐饮管理有限公司" + n);
        answers.put("creditCode", "91310000MA1FL" + n);
        answers.put("matter", "公共场所卫生许可");
        answers.put("area", 120L + n % 500);
        answers.put("urgent", n % 10 == 0);
        answers.put("submittedAt", new Date());
        return answers;
    }

    public static Map<String, Object> opinion(int step) {
        var answers = new HashMap<String, Object>();
        answers.put("opinion" + step, "材料齐全，符合法定形式，同意。");
        answers.put("result" + step, "pass");
        return answers;
    }
}
