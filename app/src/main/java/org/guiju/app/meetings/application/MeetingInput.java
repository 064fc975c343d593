package org.guiju.app.meetings.application;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.guiju.app.platform.web.SentFields;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 会议的填写内容.
public final class MeetingInput extends SentFields {
    public MeetingInput(Map<String, List<String>> fields) {
        super(fields, "meetings.error");
    }

    List<PersonId> people(String name) {
        return words(name).stream().map(PersonId::new).toList();
    }

    PersonId person(String name) {
        if (one(name).isEmpty()) {
            throw unreadable(name, "person");
        }
        return new PersonId(one(name));
    }

    /// A number, 0 where nothing is written.
    int count(String name) {
        return one(name).isEmpty() ? 0 : number(name);
    }

    /// 元 as typed, in fen; null where nothing is written.
    @Nullable Long fen(String name) {
        var typed = Normalizer.normalize(one(name), Normalizer.Form.NFKC).replace(",", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,13}(\\.[0-9]{1,2})?")) {
            throw unreadable(name, "amount");
        }
        return new BigDecimal(typed).movePointRight(2).longValueExact();
    }
}
