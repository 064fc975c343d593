package org.guiju.tools.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 判读: what must never be in an answer, whatever was asked.
final class Judge {
    private static final Pattern TRACE =
            Pattern.compile(
                    "\\bat [a-z]\\w*(?:\\.[\\w$<>]+)+\\([\\w.]+(?::\\d+)?\\)"
                            + "|\\b(?:java|javax|jakarta|org|com|tools|io)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*(?:Exception|Error|Test)?\\b"
                            + "|\\b[A-Z]\\w+(?:Exception|Error)\\b|SQLSTATE|Whitelabel|Apache Tomcat");
    private static final Pattern NUMBER = Pattern.compile("\\d{8}-[2-9A-Z]{6}");
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;
    private static final int HELD = 503;

    private Judge() {}

    /// @return what is wrong with the answer, each in a few words; empty when nothing is
    static List<String> faults(Attempt asked, Answer answer) {
        var faults = new ArrayList<String>();
        if (!answer.fault().isEmpty()) {
            faults.add(answer.fault());
        }
        if (answer.status() == 0) {
            return asked.plain() && faults.isEmpty() ? List.of("no answer") : faults;
        }
        if (answer.status() >= BROKEN && !(answer.status() == HELD && waits(asked))) {
            faults.add("answered " + answer.status());
        }
        inside(asked, answer).ifPresent(what -> faults.add("shows its inner workings: " + what));
        if (!answer.all(Naughty.SPLIT).isEmpty()) {
            faults.add("a header of the asker's own");
        }
        if (answer.html() && answer.text().contains(Naughty.MARK)) {
            faults.add("a text is not escaped");
        }
        if (asked.plain()) {
            faults.addAll(form(asked, answer));
        }
        if (asked.forged()
                && answer.status() < REFUSED
                && !answer.header("location").contains("/login")) {
            faults.add("done without a token");
        }
        return faults;
    }

    /// A paper that is not sealed yet is not there for a moment, by design.
    private static boolean waits(Attempt asked) {
        return asked.target().reading()
                && asked.target().path().matches(".*/(papers?|receipts?)(/.*)?");
    }

    private static java.util.Optional<String> inside(Attempt asked, Answer answer) {
        var type = answer.header("content-type");
        if (answer.status() < REFUSED && !answer.html() && !type.contains("json")) {
            return java.util.Optional.empty(); // a file may be about anything
        }
        var sent = new String(asked.bytes(), StandardCharsets.ISO_8859_1);
        return TRACE.matcher(answer.text())
                .results()
                .map(m -> m.group())
                .filter(w -> !sent.contains(w))
                .findFirst();
    }

    private static List<String> form(Attempt asked, Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.header("content-security-policy").isEmpty()
                || answer.header("x-content-type-options").isEmpty()) {
            faults.add("lacks the headers of every answer");
        }
        if (answer.status() < REFUSED) {
            return faults;
        }
        if (asked.target().api()) {
            if (!answer.header("content-type").startsWith("application/problem+json")
                    || !problem(answer)) {
                faults.add(
                        "an error that is no problem+json: "
                                + answer.status()
                                + " "
                                + answer.header("content-type"));
            }
        } else if (!answer.header("content-type").startsWith("application/problem+json")
                && !(answer.html() && answer.text().contains("</html>") && ours(answer))) {
            faults.add(
                    "an error page that is not our own: "
                            + answer.status()
                            + " "
                            + answer.header("content-type"));
        }
        return faults;
    }

    /// Our pages name the incident, or are a form come back, or ask to sign in.
    private static boolean ours(Answer answer) {
        return NUMBER.matcher(answer.text()).find() || answer.text().contains("<main");
    }

    private static boolean problem(Answer answer) {
        try {
            var said = JsonMapper.shared().readTree(answer.body());
            return said.path("status").asInt(0) == answer.status()
                    && !said.path("title").asString("").isEmpty()
                    && !said.path("code").asString("").isEmpty();
        } catch (JacksonException _) {
            return false;
        }
    }
}
