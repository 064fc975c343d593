package org.guiju.app.cases.store;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.cases.CaseEvent;

/// 事件形式: how one type of event is stored and read. The form is not the Java record: a rename in Java changes no byte.
record EventFormOf<E extends CaseEvent>(
        String kind, Class<E> type, BiConsumer<E, Draft> writer, Function<Fields, E> reader) {

    EventDraft write(CaseEvent event, Draft.Subjects subjects) {
        var draft = new Draft(kind, subjects);
        writer.accept(type.cast(event), draft);
        return draft.draft();
    }
}
