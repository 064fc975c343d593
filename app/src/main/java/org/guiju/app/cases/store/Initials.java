package org.guiju.app.cases.store;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 拼音首字母: how a name is typed by who knows how it sounds. A surname has a reading of its own (单 is shàn, 区 is ōu), so a name
/// is read both ways.
final class Initials {
    private static final Transliterator COMMON = Transliterator.getInstance("Han-Latin");
    private static final Transliterator SURNAME = Transliterator.getInstance("Han-Latin/Names");
    private static final Transliterator PLAIN = Transliterator.getInstance("Latin-ASCII");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final int ASCII = 128;

    private Initials() {}

    /// `ningjingyuan` is `njy`; words that are not Chinese count by their first letter.
    static Set<String> of(String name) {
        return Stream.of(COMMON, SURNAME)
                .map(t -> first(plain(t.transliterate(name))))
                .filter(i -> i.length() > 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Letters without their tones. The rules for all other letters of Latin are slow, and asked only where one is left.
    private static String plain(String read) {
        var toneless =
                MARKS.matcher(Normalizer.normalize(read, Normalizer.Form.NFD)).replaceAll("");
        return toneless.chars().allMatch(c -> c < ASCII) ? toneless : PLAIN.transliterate(toneless);
    }

    private static String first(String read) {
        return Stream.of(read.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(w -> !w.isEmpty())
                .map(w -> w.substring(0, 1))
                .collect(Collectors.joining());
    }
}
