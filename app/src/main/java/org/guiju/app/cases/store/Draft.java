package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.Value;
import org.jspecify.annotations.Nullable;

/// Writes the fields of one event form: each is declared open, or hidden for a subject. What is empty is left out.
final class Draft {
    private final String kind;
    private final Subjects subjects;
    private final Map<String, Value> open = new LinkedHashMap<>();
    private final List<EventDraft.Hidden> hidden = new ArrayList<>();
    private @Nullable LocalDate day;
    private @Nullable LocalDate due;

    /// 披露主体 of a case: the applicant's own data, and the handling of the case.
    ///
    /// @param item the power, which class P entries carry in clear
    record Subjects(String applicant, String handling, String item) {}

    Draft(String kind, Subjects subjects) {
        this.kind = kind;
        this.subjects = subjects;
    }

    Draft open(String name, String text) {
        if (!text.isEmpty()) {
            open.put(name, new Value.Str(text));
        }
        return this;
    }

    Draft open(String name, @Nullable LocalDate date) {
        return date == null ? this : open(name, date.toString());
    }

    Draft open(String name, long number) {
        open.put(name, new Value.Int(number));
        return this;
    }

    Draft open(String name, boolean flag) {
        return open(name, flag ? 1 : 0);
    }

    Draft open(String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            open.put(name, new Value.Strs(List.copyOf(texts)));
        }
        return this;
    }

    /// Belongs to the applicant: erased with him.
    Draft personal(String name, String text) {
        return hide(subjects.applicant(), name, text);
    }

    Draft personal(String name, Collection<String> texts) {
        return hide(subjects.applicant(), name, texts);
    }

    /// Belongs to the handling: seen by those who handle or supervise the case.
    Draft internal(String name, String text) {
        return hide(subjects.handling(), name, text);
    }

    Draft internal(String name, Collection<String> texts) {
        return hide(subjects.handling(), name, texts);
    }

    Draft day(LocalDate claimed) {
        day = claimed;
        return this;
    }

    Draft due(@Nullable LocalDate last) {
        due = last;
        return this;
    }

    EventDraft draft() {
        return new EventDraft(kind, open, hidden, day, subjects.item(), due);
    }

    private Draft hide(String subject, String name, String text) {
        if (!text.isEmpty()) {
            hidden.add(new EventDraft.Hidden(subject, name, new Value.Str(text)));
        }
        return this;
    }

    private Draft hide(String subject, String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            hidden.add(new EventDraft.Hidden(subject, name, new Value.Strs(List.copyOf(texts))));
        }
        return this;
    }
}
