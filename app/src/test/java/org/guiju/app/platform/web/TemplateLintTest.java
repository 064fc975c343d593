package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiju.app.platform.i18n.Typography;
import org.junit.jupiter.api.Test;

/// What every template keeps to; each rule is a pattern that must not occur, with the reason.
class TemplateLintTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Map<String, Pattern> RULES =
            Map.of(
                    "a style attribute: the CSP refuses it",
                            Pattern.compile("\\sstyle=|th:style|<style"),
                    "a script in the page: the CSP refuses it",
                            Pattern.compile(
                                    "<script(?![^>]*\\b(th:)?src=)|\\son[a-z]+=\"|javascript:"),
                    "unescaped text: th:utext, [(...)]", Pattern.compile("th:utext|\\[\\(\\$"),
                    "a posted form without th:action has no CSRF token",
                            Pattern.compile(
                                    "(?i)<form(?=[^>]*method=\"post\")(?![^>]*th:action)[^>]*>"),
                    "a password that is shown, or that no password manager fills",
                            Pattern.compile(
                                    "<input(?=[^>]*\\bname=\"(password|before)\")(?![^>]*type=\"password\"[^>]*"
                                            + "autocomplete=\"(current|new)-password\")[^>]*>"),
                    "an address outside", Pattern.compile("(src|href|action)=\"(https?:)?//"),
                    "autofocus steals the place of a reader; only summaries and notices have it",
                            Pattern.compile("<(input|select|textarea|button)[^>]*\\sautofocus"),
                    "required and pattern let the browser judge in its own words",
                            Pattern.compile(
                                    "<(input|select|textarea)[^>]*\\s(required|pattern)\\b"));

    @Test
    void noTemplateBreaksARule() throws IOException {
        var faults = new ArrayList<String>();
        for (Path template : templates()) {
            faults(Files.readString(template))
                    .forEach(fault -> faults.add(TEMPLATES.relativize(template) + ": " + fault));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theLintCatchesWhatItIsFor() {
        for (String offender :
                List.of(
                        "<p style=\"x\">",
                        "<script>alert(1)</script>",
                        "<a onclick=\"x()\">",
                        "<b th:utext=\"${x}\">",
                        "<form action=\"/x\" method=\"post\">",
                        "<img src=\"https://example.org/x.png\">",
                        "<input autofocus>",
                        "<input name=\"password\" type=\"text\" autocomplete=\"new-password\">",
                        "<input name=\"before\" type=\"password\" autocomplete=\"off\">",
                        "<input id=\"a\" required>",
                        "<p>材料,证照</p>")) {
            assertThat(faults(offender)).as(offender).isNotEmpty();
        }
        assertThat(faults("<form method=\"post\" th:action=\"@{/x}\" novalidate>")).isEmpty();
    }

    private static List<String> faults(String template) {
        var faults = new ArrayList<String>();
        RULES.forEach((reason, pattern) ->
                pattern.matcher(template)
                        .results()
                        .forEach(match -> faults.add(reason + ": " + match.group())));
        var text = template.replaceAll("(?s)<!--.*?-->", "").replaceAll("\\$\\{[^}]*}", "");
        Typography.faults(text)
                .forEach(fault -> faults.add("half-width punctuation beside Chinese: " + fault));
        return faults;
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
