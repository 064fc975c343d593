package org.guiju.app.linesystems.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guiju.formats.tables.Headings;
import org.guiju.kernel.linesystems.Target;

/// 猜测: what a heading usually means. Only filled in beforehand; a clerk says yes.
final class LikelyColumns {
    private static final Map<Target, List<String>> USUAL =
            Map.ofEntries(
                    Map.entry(Target.CASE_NO, List.of("办件编号", "案号", "业务流水号", "受理号", "PROJID")),
                    Map.entry(Target.RECORD_NO, List.of("记录编号", "流水号", "记录号")),
                    Map.entry(Target.POWER, List.of("权力编码", "事项编码", "事项", "SERVICECODE")),
                    Map.entry(Target.SITUATION, List.of("情形", "业务类型", "办理情形")),
                    Map.entry(Target.STEP, List.of("环节", "环节名称", "业务动作", "节点")),
                    Map.entry(Target.OUTCOME, List.of("结果", "办理结果", "办结结果", "结果类型")),
                    Map.entry(Target.HAPPENED, List.of("办理时间", "时间", "发生时间", "办结时间", "受理时间")),
                    Map.entry(Target.RECEIVED, List.of("申请时间", "收件时间")),
                    Map.entry(Target.ENTERED, List.of("录入时间", "创建时间", "登记时间")),
                    Map.entry(Target.OFFICER, List.of("经办人", "办理人", "承办人", "受理人")),
                    Map.entry(Target.NOTE, List.of("说明", "备注", "办理意见")));

    private LikelyColumns() {}

    static Map<Target, String> of(List<String> headings) {
        var likely = new EnumMap<Target, String>(Target.class);
        USUAL.forEach((target, names) ->
                headings.stream()
                        .filter(h ->
                                names.stream()
                                        .anyMatch(
                                                n -> Headings.normal(n).equals(Headings.normal(h))))
                        .findFirst()
                        .ifPresent(h -> likely.put(target, h)));
        return likely;
    }
}
