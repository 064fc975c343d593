package org.guiju.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guiju.formats.calendar.ShippedCalendars;
import org.guiju.formats.definition.DefinitionLint;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LawRegister;
import org.guiju.formats.definition.LintOutput;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.lint.LintFacts;
import org.guiju.kernel.lint.LintFacts.Law;
import org.guiju.kernel.powers.PowerDefinition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 制度审查: every finding on the text of a power, with line, article and remedy.
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Check the text of a power against law and sense: authority, procedure, time, integrity.",
            "审查制度文本：职权、程序、时限、廉政；逐条列出位置、依据和改法。"
        },
        footer = {
            "--laws: CSV name,from,until,successor 法规名称、施行、失效、替代; the shipped register if left out 不给则用内置法规库",
            "--staff: CSV role,people 岗位、人数; without it the number of people is not judged 不给则不核对人数",
            "--catalogue: a text with one code a line 上级目录编码，每行一个; without it the catalogue is not compared 不给则不比对",
            "Exit status 退出码: 0 nothing but notes 仅有提示或没有发现, 1 errors or warnings 有错误或警告, 2 unusable input 输入无法使用"
        })
public final class LintCommand implements Callable<Integer> {
    private static final int MAX_BYTES = 5 << 20;

    enum Format {
        text,
        json,
        sarif
    }

    enum Language {
        zh,
        en
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Power definitions (YAML). 制度文本。")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            description = "default 默认: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "language of the text 文字的语言; default 默认: ${DEFAULT-VALUE}")
    private Language language = Language.zh;

    @Option(names = "--laws", paramLabel = "FILE", description = "register of laws 法规库")
    private @Nullable Path laws;

    @Option(names = "--staff", paramLabel = "FILE", description = "people a role 岗位人数")
    private @Nullable Path staff;

    @Option(names = "--catalogue", paramLabel = "FILE", description = "catalogue above 上级目录")
    private @Nullable Path catalogue;

    @Option(names = "--rules", description = "list every rule and end 列出全部规则")
    private boolean rules;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (rules) {
            print(
                    switch (format) {
                        case text -> LintOutput.textOfRules(language == Language.zh);
                        case json -> LintOutput.jsonOfRules() + System.lineSeparator();
                        // SARIF lists every rule beside the findings, of which there are none.
                        case sarif -> LintOutput.sarif(List.of()) + System.lineSeparator();
                    });
            return Guiju.FINE;
        }
        if (files.isEmpty()) {
            return unusable("请给出制度文本。", "Name the texts to check.");
        }
        LintFacts facts;
        var found = new ArrayList<LintOutput.File>();
        try {
            facts = facts();
            var reader = new DefinitionReader(CaseRule.ids());
            var lint = new DefinitionLint(reader);
            var beside = facts.beside(loaded(reader));
            for (var file : files) {
                found.add(
                        new LintOutput.File(
                                file.toString(),
                                lint.lint(
                                        bytes(file, DefinitionReader.MAX_BYTES + 1),
                                        file.toString(),
                                        beside)));
            }
        } catch (IOException e) {
            return unusable(
                    "无法读取 " + e.getMessage() + "，请检查路径和权限。",
                    "Cannot read " + e.getMessage() + ": check path and permissions.");
        } catch (IllegalArgumentException e) {
            return unusable(e.getMessage(), "");
        }
        print(
                switch (format) {
                    case text -> LintOutput.text(found, language == Language.zh);
                    case json -> LintOutput.json(found) + System.lineSeparator();
                    case sarif -> LintOutput.sarif(found) + System.lineSeparator();
                });
        return LintOutput.wanting(found) ? Guiju.FINDINGS : Guiju.FINE;
    }

    private LintFacts facts() throws IOException {
        List<Law> register = laws == null ? LawRegister.shipped() : LawRegister.read(text(laws));
        return new LintFacts(
                register,
                years(),
                staff == null ? null : people(text(staff)),
                catalogue == null
                        ? null
                        : Set.copyOf(
                                text(catalogue)
                                        .lines()
                                        .map(String::strip)
                                        .filter(l -> !l.isEmpty())
                                        .toList()),
                List.of());
    }

    /// The texts that load: each is judged beside the others.
    private List<PowerDefinition> loaded(DefinitionReader reader) throws IOException {
        var loaded = new ArrayList<PowerDefinition>();
        for (var file : files) {
            if (reader.read(bytes(file, DefinitionReader.MAX_BYTES + 1), file.toString())
                    instanceof LoadResult.Loaded(var power)) {
                loaded.add(power);
            }
        }
        return loaded;
    }

    /// Years whose holidays are published.
    private static Set<Integer> years() {
        var calendar = ShippedCalendars.load();
        return IntStream.rangeClosed(2000, 2100)
                .filter(y -> org.guiju.kernel.calendar.WorkCalendar.of(calendar).isPublished(y))
                .boxed()
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> people(String csv) {
        var people = new LinkedHashMap<String, Integer>();
        for (var line : csv.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
            var cells = line.split(",", -1);
            if (cells.length < 2 || !cells[1].strip().matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException(staff + "：请写成“岗位,人数” / role,people: " + line);
            }
            people.merge(cells[0].strip(), Integer.parseInt(cells[1].strip()), Integer::sum);
        }
        return people;
    }

    private static String text(Path file) throws IOException {
        return new String(bytes(file, MAX_BYTES), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    private void print(String text) {
        var out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private int unusable(@Nullable String zh, String en) {
        var err = spec.commandLine().getErr();
        Optional.ofNullable(zh).ifPresent(err::println);
        if (!en.isEmpty()) {
            err.println(en);
        }
        return Guiju.UNUSABLE;
    }
}
