package org.guiju.app.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// 办理答复: what a submitted act was answered; the same answer when the same command is asked again.
public sealed interface CaseAnswer {

    /// 已办: what became fact, as event kinds, and the case it happened in.
    record Done(UUID caseId, String no, List<String> events) implements CaseAnswer {}

    /// 未办: nothing happened; in order of precedence.
    record Refused(List<Reason> reasons) implements CaseAnswer {}

    /// 不予办理的理由: code, article and the facts its sentence needs.
    record Reason(String code, String law, String article, Map<String, String> facts) {}
}
