package org.guiju.formats.definition;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.formats.definition.DefinitionLint.Reported;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.shared.Article;
import tools.jackson.databind.json.JsonMapper;

/// 审查结果的输出: for a person at a terminal, for a program, and as SARIF 2.1.0 for tools that show findings beside the line.
public final class LintOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private LintOutput() {}

    /// 被审查的文本 and what was found in it.
    public record File(String name, List<Reported> findings) {}

    /// One line a finding, its remedy below.
    public static String text(List<File> files, boolean chinese) {
        var out = new StringBuilder();
        for (var file : files) {
            for (var f : file.findings()) {
                out.append(file.name())
                        .append(':')
                        .append(f.line())
                        .append(':')
                        .append(f.column())
                        .append(' ')
                        .append(chinese ? f.severity().words().zh() : f.severity().words().en())
                        .append(' ')
                        .append(f.rule())
                        .append(' ')
                        .append(chinese ? f.message().zh() : f.message().en())
                        .append(chinese ? "（" : " (")
                        .append(cite(f.basis()))
                        .append(chinese ? "）" : ")")
                        .append(System.lineSeparator())
                        .append("    ")
                        .append(chinese ? f.remedy().zh() : f.remedy().en())
                        .append(System.lineSeparator());
            }
        }
        return out.toString();
    }

    public static String json(List<File> files) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        Map.of("files", files.stream().map(LintOutput::plain).toList()));
    }

    /// Every rule, one a line: id, family, severity, what is wrong.
    public static String textOfRules(boolean chinese) {
        var out = new StringBuilder();
        DefinitionLint.rules()
                .forEach(r ->
                        out.append(
                                        String.join(
                                                "\t",
                                                r.id(),
                                                r.family().code(),
                                                r.severity().code(),
                                                chinese ? r.message().zh() : r.message().en()))
                                .append(System.lineSeparator()));
        return out.toString();
    }

    /// Every rule with its article and its remedy in both languages.
    public static String jsonOfRules() {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        Map.of(
                                "rules",
                                DefinitionLint.rules().stream().map(LintOutput::ruleRow).toList()));
    }

    private static Map<String, Object> ruleRow(DefinitionLint.Described rule) {
        var one = new LinkedHashMap<String, Object>();
        one.put("rule", rule.id());
        one.put("family", rule.family().code());
        one.put("severity", rule.severity().code());
        one.put("basis", cite(rule.basis()));
        one.put("message", rule.message().zh());
        one.put("messageEn", rule.message().en());
        one.put("remedy", rule.remedy().zh());
        one.put("remedyEn", rule.remedy().en());
        return one;
    }

    private static Map<String, Object> plain(File file) {
        var all = new LinkedHashMap<String, Object>();
        all.put("file", file.name());
        all.put(
                "findings",
                file.findings().stream()
                        .map(f -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("rule", f.rule());
                            one.put("family", f.family().code());
                            one.put("severity", f.severity().code());
                            one.put("basis", cite(f.basis()));
                            one.put("line", f.line());
                            one.put("column", f.column());
                            one.put("path", f.path());
                            one.put("message", f.message().zh());
                            one.put("messageEn", f.message().en());
                            one.put("remedy", f.remedy().zh());
                            one.put("remedyEn", f.remedy().en());
                            return one;
                        })
                        .toList());
        return all;
    }

    public static String sarif(List<File> files) {
        var rules =
                DefinitionLint.rules().stream()
                        .map(r ->
                                map(
                                        "id",
                                        r.id(),
                                        "shortDescription",
                                        map("text", r.message().zh()),
                                        "help",
                                        map("text", cite(r.basis())),
                                        "defaultConfiguration",
                                        map("level", r.severity().code()),
                                        "properties",
                                        map("tags", List.of(r.family().code()))))
                        .toList();
        var results =
                files.stream()
                        .flatMap(file -> file.findings().stream().map(f -> result(file, f)))
                        .toList();
        var driver = map("name", "guiju lint", "rules", rules);
        var run =
                map(
                        "tool",
                        map("driver", driver),
                        "columnKind",
                        "utf16CodeUnits",
                        "results",
                        results);
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        map("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private static Map<String, Object> result(File file, Reported f) {
        return map(
                "ruleId",
                f.rule(),
                "level",
                f.severity().code(),
                "message",
                map("text", f.message().zh() + "。" + f.remedy().zh()),
                "locations",
                List.of(
                        map(
                                "physicalLocation",
                                map(
                                        "artifactLocation",
                                        map("uri", uri(file.name())),
                                        "region",
                                        map("startLine", f.line(), "startColumn", f.column())),
                                "logicalLocations",
                                List.of(map("fullyQualifiedName", f.path())))));
    }

    /// A file name as SARIF wants it: a reference, whatever characters the name has.
    private static String uri(String name) {
        var path = Path.of(name);
        return path.isAbsolute()
                ? path.toUri().toASCIIString()
                : Path.of("").toUri().relativize(path.toAbsolutePath().toUri()).toASCIIString();
    }

    /// `《行政许可法》第三十二条`, or the number of a row of the requirements.
    static String cite(Article basis) {
        return basis.law().equals("guiju") ? "规矩 " + basis.number() : basis.cite();
    }

    /// Whether there is anything that must be mended.
    public static boolean wanting(List<File> files) {
        return files.stream()
                .flatMap(f -> f.findings().stream())
                .anyMatch(f -> f.severity() != LintSeverity.NOTE);
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
