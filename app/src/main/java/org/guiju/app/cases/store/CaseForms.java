package org.guiju.app.cases.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.ledger.EventEntry;

/// 案件事件的入账形式: every type of case event, each with its form. Approved files pin the bytes.
public final class CaseForms {
    private static final Map<Class<?>, EventFormOf<?>> BY_TYPE =
            Stream.of(
                            ReceptionForms.ALL,
                            ExaminationForms.ALL,
                            ConclusionForms.ALL,
                            PenaltyForms.ALL,
                            FineForms.ALL,
                            VerbForms.ALL,
                            OfficeForms.ALL,
                            IntakeForms.ALL)
                    .flatMap(List::stream)
                    .collect(Collectors.toUnmodifiableMap(EventFormOf::type, Function.identity()));
    private static final Map<String, EventFormOf<?>> BY_KIND =
            BY_TYPE.values().stream()
                    .collect(Collectors.toUnmodifiableMap(EventFormOf::kind, Function.identity()));

    private CaseForms() {}

    /// 披露主体 of a case: its applicant and its handling.
    public static EventDraft write(CaseEvent event, UUID stream, String applicant, String item) {
        var form = BY_TYPE.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException("no form for " + event.getClass());
        }
        return form.write(event, new Draft.Subjects(applicant, "case:" + stream, item));
    }

    public static CaseEvent read(EventEntry entry) {
        var form = BY_KIND.get(entry.kind());
        if (form == null) {
            throw new IllegalStateException("no case event is of kind " + entry.kind());
        }
        return form.reader().apply(new Fields(entry));
    }

    /// Types that have a form; a test compares them with the events there are.
    static java.util.Set<Class<?>> types() {
        return BY_TYPE.keySet();
    }
}
