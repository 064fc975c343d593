package org.guiju.app.cases.application;

import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.kernel.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

/// 答复的文本形式: kept under the command's id, so that asking again reads the very same answer.
final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    /// Either part is empty.
    record Kept(String caseId, String no, List<String> events, List<CaseAnswer.Reason> reasons) {}

    static String refused(List<Refusal> refusals) {
        var reasons =
                refusals.stream()
                        .map(r ->
                                new CaseAnswer.Reason(
                                        r.code().name(),
                                        r.basis().law(),
                                        r.basis().number(),
                                        r.facts()))
                        .toList();
        return JSON.writeValueAsString(new Kept("", "", List.of(), reasons));
    }

    static String done(UUID caseId, String no, List<String> events) {
        return JSON.writeValueAsString(new Kept(caseId.toString(), no, events, List.of()));
    }

    static CaseAnswer read(String text) {
        var kept = JSON.readValue(text, Kept.class);
        return kept.reasons().isEmpty()
                ? new CaseAnswer.Done(UUID.fromString(kept.caseId()), kept.no(), kept.events())
                : new CaseAnswer.Refused(kept.reasons());
    }
}
