package org.guiju.app.clearing.application;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// 理由中的名称: a refusal names fields and stages by code, which programs keep; people read their names.
@Component
class ClearingNames {
    private final MessageSource messages;

    ClearingNames(MessageSource messages) {
        this.messages = messages;
    }

    Refusal named(Refusal refusal) {
        var facts = new HashMap<>(refusal.facts());
        for (var fact : Map.of("stage", "stage", "needed", "stage", "field", "field").entrySet()) {
            var codes = refusal.facts().get(fact.getKey());
            if (codes != null) {
                var prefix = "clearing." + fact.getValue() + ".";
                facts.put(fact.getKey() + "Name", names(prefix, codes, reader()));
            }
        }
        return new Refusal(refusal.code(), refusal.basis(), facts);
    }

    /// The language in which the refusal will be read; the answer goes to whoever asked.
    private static Locale reader() {
        var locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private String names(String prefix, String codes, Locale locale) {
        return Arrays.stream(codes.split("、"))
                .map(c -> messages.getMessage(prefix + c, null, c, locale))
                .collect(Collectors.joining(locale.equals(Locale.ENGLISH) ? ", " : "、"));
    }

    /// The name of a field in Chinese, as heads of tables and papers have it.
    String field(ItemField field) {
        return names("clearing.field.", field.code(), Locale.SIMPLIFIED_CHINESE);
    }
}
