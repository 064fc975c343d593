package org.guiju.testkit;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// 源文件: a Java file as a guard reads it.
///
/// @param name how a message names it
/// @param text as it stands
/// @param code the same lines with comments and the insides of literals left out, so that a guard meets code alone
public record JavaSource(String name, String text, String code) {

    // In order: text block, string, character, line comment, block comment. The first that begins
    // wins, as in the language.
    private static final Pattern NOT_CODE =
            Pattern.compile(
                    """
                    (?s)\"""(?:\\\\.|[^\\\\\"]++|\"(?!\""))*+\"""|"(?:\\\\.|[^"\\\\\\n]++)*+"|'(?:\\\\.|[^'\\\\\\n]++)++'|//[^\\n]*+|/\\*.*?\\*/\
                    """
                            .strip());

    public static JavaSource of(String name, String text) {
        var code =
                NOT_CODE.matcher(text)
                        .replaceAll(match -> {
                            var quote = match.group().startsWith("/") ? "" : "\"\"";
                            return quote
                                    + "\n"
                                            .repeat(
                                                    (int)
                                                            match.group()
                                                                    .chars()
                                                                    .filter(c -> c == '\n')
                                                                    .count());
                        });
        return new JavaSource(name, text, code);
    }

    /// Every Java file under a folder, in the order of their paths; none if there is no such folder.
    public static List<JavaSource> under(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            var sorted = files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            var sources = Stream.<JavaSource>builder();
            for (var file : sorted) {
                sources.add(of(folder.relativize(file).toString(), Files.readString(file)));
            }
            return sources.build().toList();
        }
    }

    /// Where the code, not a comment or a literal, matches: `name:line: what stands there`.
    public List<String> placesOf(Pattern pattern) {
        var lines = code.split("\n", -1);
        return IntStream.range(0, lines.length)
                .filter(i -> pattern.matcher(lines[i]).find())
                .mapToObj(i -> "%s:%d: %s".formatted(name, i + 1, lines[i].strip()))
                .toList();
    }

    public int lines() {
        return (int) text.lines().count();
    }

    /// How many lines each function with a body has, its annotations counted: `name#function` → lines. Of functions with the
    /// same name the longest counts.
    public Map<String, Integer> functionLines() throws IOException {
        var file =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        var compiler =
                Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests run on a JDK");
        var task =
                (JavacTask) compiler.getTask(null, null, _ -> {}, List.of(), null, List.of(file));
        var positions = Trees.instance(task).getSourcePositions();
        var lines = new TreeMap<String, Integer>();
        for (var unit : task.parse()) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
                    if (method.getBody() != null) {
                        var first =
                                unit.getLineMap()
                                        .getLineNumber(positions.getStartPosition(unit, method));
                        var last =
                                unit.getLineMap()
                                        .getLineNumber(positions.getEndPosition(unit, method));
                        lines.merge(
                                name + "#" + method.getName(), (int) (last - first + 1), Math::max);
                    }
                    return super.visitMethod(method, null);
                }
            }.scan(unit, null);
        }
        return lines;
    }
}
