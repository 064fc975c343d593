package org.guiju.app.platform.i18n;

import java.util.Locale;
import java.util.Optional;
import org.guiju.kernel.shared.Text;

/// 语言: the two languages of the pages. Chinese is the original and what everyone gets who asks for nothing.
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE, "zh"),
    EN(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String parameter;

    Language(Locale locale, String parameter) {
        this.locale = locale;
        this.parameter = parameter;
    }

    public Locale locale() {
        return locale;
    }

    /// What stands in `?lang=` and in the cookie.
    public String parameter() {
        return parameter;
    }

    /// What stands in `<html lang>`: `zh-CN` or `en`.
    public String tag() {
        return locale.toLanguageTag();
    }

    /// 用本语言显示: the text in this language, and the language it really is in.
    public Words of(Text text) {
        var english = text.en();
        if (this == EN && english != null) {
            return new Words(english, null);
        }
        return new Words(text.zh(), this == ZH ? null : ZH.tag());
    }

    /// Anything but the two known words is nothing: an address with `?lang=xx` is still a good address.
    public static Optional<Language> named(String parameter) {
        for (Language language : values()) {
            if (language.parameter.equals(parameter)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ZH;
    }
}
