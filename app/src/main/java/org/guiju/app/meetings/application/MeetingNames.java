package org.guiju.app.meetings.application;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.formats.meetings.ShippedKinds;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// 理由中的名称: a refusal names people, kinds and questions by code, which programs keep; people read their names.
@Component
class MeetingNames {
    private final MessageSource messages;
    private final Allocation allocation;

    MeetingNames(MessageSource messages, Allocation allocation) {
        this.messages = messages;
        this.allocation = allocation;
    }

    Refusal named(Refusal refusal) {
        var locale = reader();
        var facts = new HashMap<>(refusal.facts());
        var words =
                Map.<String, UnaryOperator<String>>of(
                        "people", p -> allocation.nameOf(new PersonId(p)),
                        "kind", k -> kind(k, locale),
                        "sort", s -> word("meetings.sort." + s, locale),
                        "stage", s -> word("meetings.stage." + s, locale),
                        "needed", s -> word("meetings.stage." + s, locale),
                        "questions", q -> word("meetings.check." + q, locale),
                        "quorum", q -> word("meetings.share." + q, locale),
                        "majority", q -> word("meetings.share." + q, locale));
        words.forEach((fact, name) -> {
            var codes = refusal.facts().get(fact);
            if (codes != null && !codes.isEmpty()) {
                facts.put(
                        fact + "Name",
                        Arrays.stream(codes.split("、"))
                                .map(name)
                                .collect(
                                        Collectors.joining(
                                                locale.equals(Locale.ENGLISH) ? ", " : "、")));
            }
        });
        return new Refusal(refusal.code(), refusal.basis(), facts);
    }

    private static String kind(String code, Locale locale) {
        return ShippedKinds.kind(code)
                .map(k -> {
                    var en = k.name().en();
                    return locale.equals(Locale.ENGLISH) && en != null ? en : k.name().zh();
                })
                .orElse(code);
    }

    private String word(String key, Locale locale) {
        var said = messages.getMessage(key, null, key, locale);
        return said == null ? key : said;
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }
}
