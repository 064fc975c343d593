package org.guiju.formats.dossier;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// 文件名: what a file in a package may be called, so that it unpacks to the same place on every machine and nowhere else.
final class Names {
    /// Files in one package.
    static final int MOST = 20_000;

    private static final int LONGEST = 160;
    private static final int DEEPEST = 5;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Pattern PORT = Pattern.compile("(com|lpt)[0-9]");

    private Names() {}

    /// No step up, no root, no hidden file, no device of Windows, nothing but letters, digits and `._-`.
    static boolean safe(String name) {
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            return false;
        }
        var parts = name.split("/");
        for (var part : parts) {
            var stem = part.toLowerCase(Locale.ROOT);
            int dot = stem.indexOf('.');
            stem = dot < 0 ? stem : stem.substring(0, dot);
            if (part.endsWith(".") || DEVICES.contains(stem) || PORT.matcher(stem).matches()) {
                return false;
            }
        }
        return parts.length <= DEEPEST;
    }

    static String printable(String name) {
        var text = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\x7f-\\x9f]", "?");
    }
}
