package org.guiju.app.experts.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;

/// 事件的字段: open ones and those under a subject's key.
final class Fields {
    private final Map<String, Value> open = new LinkedHashMap<>();
    private final List<EventDraft.Hidden> hidden = new ArrayList<>();
    private final String subject;

    Fields(String subject) {
        this.subject = subject;
    }

    Fields open(String name, Object value) {
        open.put(name, new Value.Str(String.valueOf(value)));
        return this;
    }

    Fields open(String name, List<String> values) {
        open.put(name, new Value.Strs(values));
        return this;
    }

    Fields hide(String name, Object value) {
        hidden.add(new EventDraft.Hidden(subject, name, new Value.Str(String.valueOf(value))));
        return this;
    }

    Fields hide(String name, List<String> values) {
        hidden.add(new EventDraft.Hidden(subject, name, new Value.Strs(values)));
        return this;
    }

    EventDraft draft(String kind) {
        return new EventDraft(kind, open, hidden, null, null, null);
    }

    static int number(EventEntry e, String name) {
        var text = e.text(name);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    static boolean yes(EventEntry e, String name) {
        return e.text(name).equals("true");
    }
}
