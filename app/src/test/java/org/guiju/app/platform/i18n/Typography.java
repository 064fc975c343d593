package org.guiju.app.platform.i18n;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a Chinese reader sees at once: half-width comma, colon, semicolon or bracket beside a Chinese character, and the two misspelt words.
public final class Typography {

    private static final Pattern FAULT =
            Pattern.compile("\\p{IsHan}[,:;()?!]|[,:;()?!]\\p{IsHan}|登陆|帐号|帐户");

    private Typography() {}

    public static List<String> faults(String text) {
        return FAULT.matcher(text).results().map(MatchResult::group).toList();
    }
}
