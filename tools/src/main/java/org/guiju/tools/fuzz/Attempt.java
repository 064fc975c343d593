package org.guiju.tools.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// 一次请求.
///
/// @param number of it in the run
/// @param twist what is wrong with it, in a word
/// @param bytes as they go over the line
/// @param forged whether it lacks the token that a browser's own form would bring
/// @param plain whether the first lines are such as a server must answer with words of its own
record Attempt(
        int number,
        String person,
        Target target,
        String twist,
        byte[] bytes,
        boolean forged,
        boolean plain) {
    private static final int SHOWN = 2_000;
    private static final Pattern SECRET = Pattern.compile("(?m)^(Cookie|X-CSRF-TOKEN): .*$");

    /// How to send it again: a line for a shell. Sessions are not printed; who asked is.
    String curl(String server) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        var head = SECRET.matcher(text.substring(0, Math.max(0, end))).replaceAll("");
        var lines = head.split("\r\n");
        var words = lines[0].split(" ");
        var out = new StringBuilder("curl -sik --path-as-is -X ").append(words[0]);
        if (!person.equals(Person.STRANGER)) {
            out.append(" -u ").append(person).append(":…");
        }
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()
                    && !lines[i].matches("(?i)(Host|Connection|Content-Length):.*")) {
                out.append(" -H ").append(shell(lines[i].strip()));
            }
        }
        var body = text.substring(end + 4);
        if (!body.isEmpty()) {
            out.append(" --data-binary ").append(shell(body));
        }
        return out.append(' ').append(shell(server + words[1])).toString();
    }

    private static String shell(String text) {
        var out = new StringBuilder("$'");
        int shown = Math.min(text.length(), SHOWN);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                out.append("\\x%02x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('\'');
        return shown == text.length()
                ? out.toString()
                : out + "…(" + text.length() + " bytes; --number " + "has them all)";
    }
}
