package org.guiju.app.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both languages say everything, in good typography.
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");

    private static final Pattern CAPABILITY =
            Pattern.compile("extends SentFields\\b(?s:.*?)super\\([^;]*?\"([a-z.]+)\"\\)");
    private static final Pattern UNREADABLE =
            Pattern.compile("\\bunreadable\\([^,;]+,\\s*\"([a-z.]+)\"\\)");
    private static final Pattern UNREADABLE_KEY =
            Pattern.compile("\\bnew Unreadable\\([^,;]+,\\s*\"([a-z.]+)\"\\)");

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleHasTheSameKeysInBothLanguagesAndNoEmptyValue(String bundle) throws IOException {
        var zh = read(bundle + "_zh_CN.properties");
        var en = read(bundle + "_en.properties");
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        assertThat(zh.values()).noneMatch(String::isBlank);
        assertThat(en.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesNameTheSameFacts(String bundle) throws IOException {
        var en = read(bundle + "_en.properties");
        for (var entry : read(bundle + "_zh_CN.properties").entrySet()) {
            assertThat(placeholders(en.getOrDefault(entry.getKey(), "")))
                    .as(bundle + " " + entry.getKey())
                    .isEqualTo(placeholders(entry.getValue()));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void chineseMessagesAreSetInChineseTypography(String bundle) throws IOException {
        for (var entry : read(bundle + "_zh_CN.properties").entrySet()) {
            assertThat(Typography.faults(entry.getValue()))
                    .as(bundle + " " + entry.getKey())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void englishMessagesHaveNoChineseAndNoStraightApostrophe(String bundle) throws IOException {
        for (var entry : read(bundle + "_en.properties").entrySet()) {
            assertThat(entry.getValue())
                    .as(bundle + " " + entry.getKey())
                    .doesNotContain("'")
                    .doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        var owners = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        for (String bundle : bundles().toList()) {
            for (String key : read(bundle + "_zh_CN.properties").keySet()) {
                var other = owners.put(key, bundle);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + bundle);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyBundleIsListedForSpring() throws IOException {
        var configuration = Files.readString(Path.of("src/main/resources/application.yml"));
        assertThat(bundles())
                .allSatisfy(bundle -> assertThat(configuration).contains("messages/" + bundle));
    }

    @Test
    void everyKeyThatATemplateNamesExists() throws IOException {
        var known = new TreeSet<String>();
        for (String bundle : bundles().toList()) {
            known.addAll(read(bundle + "_zh_CN.properties").keySet());
        }
        var used = Pattern.compile("#\\{([\\w.-]+)(?:\\(|})");
        var missing = new TreeSet<String>();
        for (Path template : templates()) {
            used.matcher(Files.readString(template).replaceAll("(?s)<!--.*?-->", ""))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(TEMPLATES.relativize(template) + " " + key));
        }
        assertThat(missing).isEmpty();
    }

    /// Found by fuzzing: a text that was too long met a key that nobody had written, and the form answered 500.
    @Test
    void whateverCannotBeReadInAFormIsExplained() throws IOException {
        var known = new TreeSet<String>();
        for (String bundle : bundles().toList()) {
            known.addAll(read(bundle + "_zh_CN.properties").keySet());
        }
        var needed = new TreeSet<String>();
        for (Path source : sources()) {
            var code = Files.readString(source);
            var capability = CAPABILITY.matcher(code);
            if (capability.find()) {
                needed.add(capability.group(1) + ".long");
                needed.add(capability.group(1) + ".letters");
                UNREADABLE
                        .matcher(code)
                        .results()
                        .forEach(m -> needed.add(capability.group(1) + "." + m.group(1)));
            }
            UNREADABLE_KEY.matcher(code).results().forEach(m -> needed.add(m.group(1)));
        }
        assertThat(needed).contains("fees.error.long", "agenda.error.day", "windows.error.pages");
        needed.removeAll(known);
        assertThat(needed).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void theLintCatchesWhatItIsFor() {
        assertThat(Typography.faults("材料不全,请补正")).isNotEmpty();
        assertThat(Typography.faults("时限:10 日")).isNotEmpty();
        assertThat(Typography.faults("许可(变更)")).isNotEmpty();
        assertThat(Typography.faults("请先登陆")).isNotEmpty();
        assertThat(Typography.faults("您的帐号")).isNotEmpty();
        assertThat(Typography.faults("第 {0} 项，共 2 项（见 a:b）")).isEmpty();
    }

    private static Set<String> placeholders(String value) {
        return PLACEHOLDER
                .matcher(value)
                .results()
                .map(match -> match.group(1))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("_(zh_CN|en)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    static Map<String, String> read(String file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
            properties.load(reader);
        }
        var map = new TreeMap<String, String>();
        properties.forEach((key, value) -> map.put((String) key, (String) value));
        return map;
    }
}
