package org.guiju.app.cases.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// 检索词: what a text is found by. Chinese has no spaces: every two neighbouring characters are a word, and a text that has all
/// pairs of the query is taken to say it.
final class Words {
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern INITIALS = Pattern.compile("[a-z]{2,8}");

    /// A case number, a code, a date: looked for in the row and not among the words, where its digits stand in many a text.
    private static final Pattern NUMBER = Pattern.compile("[a-z0-9-]*[0-9][a-z0-9-]*");

    /// The longest piece of initials that is looked for; whoever types more than eight letters types a word.
    private static final int LONGEST = 8;

    private Words() {}

    /// Pairs of the text, and whole pieces of one character.
    static SequencedSet<String> of(String text) {
        var all = new LinkedHashSet<String>();
        for (var piece : APART.split(plain(text))) {
            var points = piece.codePoints().toArray();
            for (int i = 0; i + 1 < points.length; i++) {
                all.add(new String(points, i, 2));
            }
            if (points.length == 1) {
                all.add(piece);
            }
        }
        return all;
    }

    /// Every piece of the name's initials, so that `cxyl` finds the shop whose name begins with its town.
    static Set<String> initials(String name) {
        var all = new TreeSet<String>();
        for (var whole : Initials.of(name)) {
            for (int from = 0; from < whole.length(); from++) {
                for (int n = 2; n <= LONGEST && from + n <= whole.length(); n++) {
                    all.add(asInitials(whole.substring(from, from + n)));
                }
            }
        }
        return all;
    }

    /// What the query asks for, in the ways in which it can be meant: each of them is found by all its words.
    static List<Set<String>> asked(String query) {
        var plain = plain(query).strip();
        var pairs = of(query);
        if (pairs.isEmpty() || NUMBER.matcher(plain).matches()) {
            return List.of();
        }
        return INITIALS.matcher(plain).matches()
                ? List.of(pairs, Set.of(asInitials(plain)))
                : List.of(pairs);
    }

    /// Full-width and half-width, capital and small are the same to who searches.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String asInitials(String letters) {
        return "~" + letters;
    }
}
