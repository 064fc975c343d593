package org.guiju.app.laws.application;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.guiju.app.laws.Laws;
import org.guiju.formats.definition.LawBook;
import org.springframework.stereotype.Component;

/// 登记规则: what a law must say before it is entered; each answer names the field, and the words stand under `laws.error.`.
@Component
public class LawRules {
    private static final Pattern NAME =
            Pattern.compile("[\\p{IsHan}\\p{L}\\p{N}、，·（）()〔〕\\[\\] -]{2,100}");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "第[零一二三四五六七八九十百千]{1,9}条(之[一二三四五六七八九十]{1,3})?(第[一二三四五六七八九十百]{1,5}[款项目]){0,3}");

    /// What a summary stands for where the article's number was not at hand: a chapter, or a word of what it is about.
    private static final Pattern SUMMARISED =
            Pattern.compile("(第[零一二三四五六七八九十百千]{1,9}章)?[（]?[\\p{IsHan}]{2,20}[）]?");

    private static final int LONGEST = 20_000;
    private final Laws laws;

    LawRules(Laws laws) {
        this.laws = laws;
    }

    /// 问题.
    ///
    /// @param field name of the column
    public record Wrong(String field, String key, List<Object> arguments) {}

    /// Everything that is wrong with a version; empty when it can be entered.
    public List<Wrong> of(LawBook.Version v) {
        var wrong = new ArrayList<Wrong>();
        if (!NAME.matcher(v.name()).matches()) {
            wrong.add(new Wrong("name", "laws.error.name", List.of()));
        }
        if (v.from().getYear() < 1949 || v.from().getYear() > 2100) {
            wrong.add(new Wrong("from", "laws.error.day", List.of()));
        }
        var until = v.until();
        if (until != null && until.isBefore(v.from())) {
            wrong.add(new Wrong("until", "laws.error.until", List.of(v.from().toString())));
        }
        laws.all().stream()
                .filter(o -> o.name().equals(v.name()) && !o.from().equals(v.from()))
                .filter(o -> overlap(o, v))
                .findFirst()
                .ifPresent(o ->
                        wrong.add(
                                new Wrong(
                                        "from",
                                        "laws.error.overlap",
                                        List.of(o.from().toString()))));
        for (var a : v.articles()) {
            if (!NUMBER.matcher(a.number()).matches()
                    && !(a.kind() == LawBook.Kind.SUMMARY
                            && SUMMARISED.matcher(a.number()).matches())) {
                wrong.add(new Wrong("article", "laws.error.article", List.of(a.number())));
            }
            if (a.text().isBlank() || a.text().length() > LONGEST || !storable(a.text())) {
                wrong.add(new Wrong("text", "laws.error.text", List.of(a.number())));
            }
            if (a.source().length() > 300 || !storable(a.source())) {
                wrong.add(new Wrong("source", "laws.error.source", List.of(a.number())));
            }
        }
        if (!v.successor().isEmpty() && !NAME.matcher(v.successor()).matches()) {
            wrong.add(new Wrong("successor", "laws.error.successor", List.of()));
        }
        return wrong;
    }

    /// As it is stored: one form of every character, no blanks around.
    public static String clean(String typed) {
        return Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC).strip();
    }

    private static boolean overlap(LawBook.Version a, LawBook.Version b) {
        var endA = a.until();
        var endB = b.until();
        return (endA == null || !b.from().isAfter(endA))
                && (endB == null || !a.from().isAfter(endB));
    }

    private static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        (Character.isISOControl(c) && c != '\n' && c != '\t')
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
