package org.guiju.tools.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// 刁钻值: texts, JSON values and spellings of addresses that programs stumble over.
final class Naughty {
    private static final int MANY = 10_000;
    private static final int LONG = 1_000_000;

    /// Comes out of a page unescaped only where a page forgot to escape it.
    static final String MARK = "<gjx onload=1>";

    /// A header of this name in an answer was written by the asker.
    static final String SPLIT = "x-gj-split";

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\0",
                    "a\0b",
                    "\u0007\u001b[31m",
                    "\r\nX-Gj-Split: 1\r\n\r\n",
                    "a\r\nSet-Cookie: " + SPLIT + "=1",
                    "\u202e\u2066abc\u2069",
                    "\u200f\u200e\ufeff\u2028\u2029",
                    "\uffff\ufffe",
                    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                    "e" + "\u0301".repeat(MANY),
                    "\ufdfd".repeat(500),
                    "网".repeat(70_000),
                    "A".repeat(LONG),
                    "9".repeat(400),
                    "-0",
                    "1e999",
                    "NaN",
                    "Infinity",
                    "0x7f",
                    "9007199254740993",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "2147483648",
                    "-1",
                    "0.1e-9999",
                    "1,000.00",
                    "１２３",
                    "٣",
                    "½",
                    "2026-02-30",
                    "2026-13-01",
                    "-999999999-01-01",
                    "+999999999-12-31",
                    "0000-00-00",
                    "10000-01-01",
                    "2026-11-23T25:61:61+99:00",
                    "24:00",
                    "' or 1=1 --",
                    "'; drop table event; --",
                    "\\' union select null,null--",
                    "%_%\\",
                    "$$;select pg_sleep(9);--",
                    "(((((((((((((((((((((((((a+)+)+)+)+)+)+)+$",
                    "& | ! <-> 网:*",
                    MARK,
                    "\">" + MARK,
                    "'>" + MARK,
                    "</textarea></title></script>" + MARK,
                    "<svg/onload=alert(1)>",
                    "javascript:alert(1)",
                    "${7*7}#{7*7}*{7*7}~{x}",
                    "__${new java.lang.Integer(1)}__::.x",
                    "[[${7*7}]][(${7*7})]",
                    "{{7*7}}<%= 7*7 %>",
                    "${jndi:ldap://127.0.0.1:1/a}",
                    "=1+1",
                    "+1+1",
                    "@SUM(1)",
                    "\t=cmd|'/c calc'!A0",
                    "＝1+1",
                    "../../../../etc/passwd",
                    "..\\..\\windows\\win.ini",
                    "/etc/passwd",
                    "file:///etc/passwd",
                    "http://127.0.0.1:1/",
                    "http://169.254.169.254/",
                    "//evil.example/",
                    "\\\\evil.example\\share",
                    "con",
                    "nul.txt",
                    "a/b;c=d?e#f",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                    "&a [*a, *a]",
                    "!!javax.script.ScriptEngineManager []",
                    "{0} {1,number} %s %n %1$s",
                    "null",
                    "undefined",
                    "true",
                    "[]",
                    "{}",
                    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT");

    private static final List<String> JSON =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-0",
                    "-0.0",
                    "-1",
                    "1e999",
                    "-1e999",
                    "1e-999",
                    "1E400",
                    "9007199254740993",
                    "9223372036854775808",
                    "1".repeat(1_001),
                    "0." + "1".repeat(2_000),
                    "NaN",
                    "01",
                    "[]",
                    "[[]]",
                    "[null]",
                    "{}",
                    "{\"\":\"\"}",
                    "{\"a\":1,\"a\":2}",
                    "{\"__proto__\":{\"x\":1}}",
                    "{\"@class\":\"java.net.URL\"}",
                    "\"\\ud800\"",
                    "\"\\udfff\\ud800\"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\ud83d\"",
                    "\"\\x41\"",
                    "\"unended",
                    "[1,]",
                    "/**/1",
                    "'single'",
                    "[" + "null,".repeat(MANY) + "null]");

    private static final List<String> ENCODED =
            List.of(
                    "%",
                    "%4",
                    "%zz",
                    "%00",
                    "a%00b",
                    "%C0%80",
                    "%C0%AE%C0%AE%2F",
                    "%ED%A0%80",
                    "%FF%FE",
                    "%F4%90%80%80",
                    "%E7%BD",
                    "%25252e",
                    "%2e%2e%2f%2e%2e%2f",
                    "..%2f..%2f",
                    "%2F",
                    "%5C",
                    "%3B",
                    "%0d%0aX-Gj-Split:%201",
                    "%E5%98%8A%E5%98%8DX-Gj-Split:%201",
                    "%u0041",
                    "\u00e9\u00ff",
                    "{x}",
                    "|",
                    "\\",
                    "a;jsessionid=1",
                    "%0a",
                    "%E2%80%AE");

    private final Random chance;
    private final List<String> more;

    /// @param more texts from a list of somebody else's
    Naughty(Random chance, List<String> more) {
        this.chance = chance;
        this.more = more;
    }

    String text() {
        if (!more.isEmpty() && chance.nextBoolean()) {
            return more.get(chance.nextInt(more.size()));
        }
        return chance.nextInt(8) == 0 ? random() : TEXTS.get(chance.nextInt(TEXTS.size()));
    }

    /// A text short enough to stand in an address or a header.
    String shortText() {
        while (true) {
            var text = text();
            if (text.length() < 300) {
                return text;
            }
        }
    }

    /// A value as it stands in JSON, well-formed or not; may be no UTF-8.
    byte[] json() {
        return switch (chance.nextInt(10)) {
            case 0 -> nested();
            case 1 -> new byte[] {'"', (byte) 0xff, (byte) 0xc0, (byte) 0x80, '"'};
            case 2, 3, 4 -> ascii(JSON.get(chance.nextInt(JSON.size())));
            default -> quoted(text()).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] nested() {
        boolean list = chance.nextBoolean();
        var open = list ? "[" : "{\"a\":";
        return ascii(open.repeat(MANY) + "1" + (list ? "]" : "}").repeat(MANY));
    }

    /// A piece of an address, spelt as no client spells it.
    String spelling() {
        return ENCODED.get(chance.nextInt(ENCODED.size()));
    }

    private String random() {
        var text = new StringBuilder();
        for (int i = chance.nextInt(40); i >= 0; i--) {
            text.appendCodePoint(codePoint());
        }
        return text.toString();
    }

    private int codePoint() {
        int c = chance.nextInt(3) == 0 ? chance.nextInt(0x80) : chance.nextInt(0x110000);
        return c >= 0xd800 && c < 0xe000 ? 0xfffd : c;
    }

    static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    if (c < 0x20 || c == '"' || c == '\\') {
                        out.append("\\u%04x".formatted(c));
                    } else {
                        out.append((char) c);
                    }
                });
        return out.append('"').toString();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(p -> p.length).sum();
        var all = new byte[length];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
