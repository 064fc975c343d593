package org.guiju.app.windows.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.Value;

/// 窗口事件的形式, all `window.*`. What people said stands under the key of the thing it was said to; numbers, days, grades and officers stand open.
public final class WindowForms {
    public static final String PREFIX = "window.";
    private final LinkedHashMap<String, Value> open = new LinkedHashMap<>();
    private final List<EventDraft.Hidden> hidden = new ArrayList<>();
    private final String no;

    private WindowForms(String no) {
        this.no = no;
        open("no", no);
    }

    public static WindowForms of(String no) {
        return new WindowForms(no);
    }

    public WindowForms open(String name, String text) {
        if (!text.isEmpty()) {
            open.put(name, new Value.Str(text));
        }
        return this;
    }

    public WindowForms open(String name, List<String> texts) {
        open.put(name, new Value.Strs(texts));
        return this;
    }

    public WindowForms hidden(String name, String text) {
        if (!text.isEmpty()) {
            hidden.add(new EventDraft.Hidden(PREFIX + no, name, new Value.Str(text)));
        }
        return this;
    }

    public EventDraft event(String kind) {
        return new EventDraft(PREFIX + kind, open, hidden, null, null, null);
    }
}
