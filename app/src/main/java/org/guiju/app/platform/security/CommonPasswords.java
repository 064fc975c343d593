package org.guiju.app.platform.security;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

/// 常见密码: what is tried first. The hundred thousand most frequent of passwords that have become known, and the words that lie near here; also
/// with digits and signs before or behind, which is how most people make a word longer.
final class CommonPasswords {

    /// Shorter words stand in too many good passwords.
    private static final int SHORTEST_WORD = 5;

    private static final Pattern AROUND = Pattern.compile("^[\\P{L}]+|[\\P{L}]+$");

    /// 语境词: the product, the trade and its roles, as they are typed. `docs/operating/security.md` says so.
    static final Set<String> NEAR =
            Set.of(
                    "guiju",
                    "guijuguiju",
                    "规矩",
                    "权力",
                    "政务",
                    "quanli",
                    "zhengwu",
                    "zhengfu",
                    "shenpi",
                    "xingzheng",
                    "xingzhengshenpi",
                    "jiandu",
                    "jijian",
                    "jiwei",
                    "jiguan",
                    "bangong",
                    "bangongshi",
                    "chuangkou",
                    "lingdao",
                    "juzhang",
                    "mima",
                    "wodemima",
                    "denglu",
                    "guanliyuan",
                    "xitong",
                    "admin",
                    "administrator",
                    "supervisor",
                    "decider",
                    "reviewer",
                    "window",
                    "officer");

    private CommonPasswords() {}

    /// Read when the first password is set, and kept: twenty thousand accounts of an import ask for it one after another.
    private static final class Known {
        static final Set<String> ALL =
                Stream.concat(
                                DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords)
                                        .keySet()
                                        .stream()
                                        .map(word -> word.toLowerCase(Locale.ROOT))
                                        .filter(CommonPasswords::counts),
                                NEAR.stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean counts(String word) {
        return word.length() >= AccountWords.SHORTEST_PASSWORD
                || word.length() >= SHORTEST_WORD && word.chars().allMatch(Character::isLetter);
    }

    /// Whether somebody who guesses would have come to it soon.
    static boolean contains(String password) {
        var small = password.toLowerCase(Locale.ROOT);
        return Known.ALL.contains(small)
                || Known.ALL.contains(AROUND.matcher(small).replaceAll(""));
    }
}
