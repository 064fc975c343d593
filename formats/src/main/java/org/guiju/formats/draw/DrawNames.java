package org.guiju.formats.draw;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.formats.tables.Headings;
import org.guiju.kernel.experts.Panel.Bar;
import org.guiju.kernel.experts.Panel.Candidate;
import org.guiju.kernel.experts.Ranking;
import org.guiju.kernel.shared.Text;

/// 抽选名单: names in the published order, one a line, or a CSV with the columns name, outside and recused.
public final class DrawNames {
    private static final int MAX_BYTES = 8 << 20;
    private static final Set<String> NAME = Set.of("name", "number", "pseudonym", "姓名", "编号", "代号");
    private static final Set<String> OUTSIDE = Set.of("outside", "系统外", "区域外", "系统外区域外", "外部");
    private static final Set<String> BARRED =
            Set.of("recused", "recusal", "回避", "passed_over", "declined", "谢绝");
    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "outside", "是", "外", "recused", "回避");
    private static final Set<String> DECLINED = Set.of("declined", "谢绝", "不能参加");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0", "inside", "否", "内");

    private DrawNames() {}

    /// 名单上的一行.
    public record Named(String name, Candidate candidate) {}

    /// What became of a list.
    public sealed interface Result {
        /// 已读.
        record Read(List<Named> names) implements Result {
            public Read {
                names = List.copyOf(names);
            }
        }

        /// 无法使用: place and remedy.
        record Unusable(Text message) implements Result {}
    }

    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Text message;

        Fault(String zh, String en) {
            super(en);
            message = new Text(zh, en);
        }
    }

    public static Result read(byte[] file) {
        if (file.length > MAX_BYTES) {
            return unusable(
                    "名单超过 8 MB，请核对是否选错文件。", "The list is larger than 8 MB: is it the right file?");
        }
        try {
            return read(decode(file));
        } catch (CharacterCodingException e) {
            return unusable(
                    "名单不是 UTF-8 编码的文本。请另存为 UTF-8 文本，每行一个姓名，或另存为“CSV UTF-8”。",
                    "The list is no text in UTF-8: save it as text, one name a line, or as \"CSV UTF-8\".");
        }
    }

    public static Result read(String text) {
        try {
            var names = names(text);
            if (names.isEmpty()) {
                return unusable(
                        "名单是空的。请每行写一个姓名，按公布的顺序。",
                        "The list is empty: write one name a line, in the published order.");
            }
            if (names.size() > Ranking.LARGEST_POOL) {
                return unusable(
                        "名单超过 65535 人，RFC 3797 的序号只有两个字节。请分组抽选。",
                        "The list has more than 65535 names, and the sequence number of RFC 3797 two bytes: draw in groups.");
            }
            return new Result.Read(names);
        } catch (Fault e) {
            return new Result.Unusable(e.message);
        }
    }

    private static Result unusable(String zh, String en) {
        return new Result.Unusable(new Text(zh, en));
    }

    private static String decode(byte[] file) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Named> names(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return isHeader(first) ? table(text) : lines(text);
    }

    private static boolean isHeader(String line) {
        for (var cell : line.split("[,，;\t]", -1)) {
            if (NAME.contains(Headings.normal(cell.replace("\"", "")))) {
                return true;
            }
        }
        return false;
    }

    private static List<Named> lines(String text) {
        var seen = new HashMap<String, Integer>();
        var names = new ArrayList<Named>();
        var number = 0;
        for (var line : text.stripTrailing().lines().toList()) {
            number++;
            var name = line.strip();
            if (name.isEmpty() && names.isEmpty()) {
                continue;
            }
            names.add(new Named(checked(name, number, seen), new Candidate(false, Bar.NONE)));
        }
        return names;
    }

    private static String checked(String name, int line, Map<String, Integer> seen) {
        if (name.isEmpty()) {
            throw new Fault(
                    "第 %d 行没有姓名。空行会使后面的位次不明，请删去。".formatted(line),
                    "Line %d has no name: a gap makes the places after it unclear, remove it."
                            .formatted(line));
        }
        var before = seen.putIfAbsent(name, line);
        if (before != null) {
            throw new Fault(
                    "第 %d 行与第 %d 行相同：“%s”。一人只列一次；同名者请加注区分。".formatted(line, before, name),
                    "Line %d is the same as line %d: \"%s\". List each person once; mark namesakes apart."
                            .formatted(line, before, name));
        }
        return name;
    }

    private static List<Named> table(String text) {
        var records = records(text);
        var header = records.getFirst();
        var at = column(header, NAME);
        var outside = column(header, OUTSIDE);
        var barred = column(header, BARRED);
        var seen = new HashMap<String, Integer>();
        var names = new ArrayList<Named>();
        for (var row : records.subList(1, records.size())) {
            var line = (int) row.getStartingLineNumber();
            names.add(
                    new Named(
                            checked(cell(row, at), line, seen),
                            new Candidate(
                                    yes(cell(row, outside), line, "outside"),
                                    bar(cell(row, barred), line))));
        }
        return names;
    }

    private static Bar bar(String cell, int line) {
        if (DECLINED.contains(Headings.normal(cell))) {
            return Bar.DECLINED;
        }
        return yes(cell, line, "recused") ? Bar.RECUSED : Bar.NONE;
    }

    private static boolean yes(String cell, int line, String column) {
        var word = Headings.normal(cell);
        if (YES.contains(word) || NO.contains(word)) {
            return YES.contains(word);
        }
        throw new Fault(
                "第 %d 行 %s 列“%s”无法识别，请写 yes 或 no（是、否）。".formatted(line, column, cell),
                "Line %d, column %s: \"%s\" is neither yes nor no; write one of them."
                        .formatted(line, column, cell));
    }

    private static String cell(CsvRecord row, int column) {
        return column < 0 || column >= row.getFieldCount() ? "" : row.getField(column).strip();
    }

    private static int column(CsvRecord header, Set<String> names) {
        for (var i = 0; i < header.getFieldCount(); i++) {
            if (names.contains(Headings.normal(header.getField(i)))
                    || names.contains(header.getField(i).strip())) {
                return i;
            }
        }
        return -1;
    }

    private static List<CsvRecord> records(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var separator = first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
        var records = new ArrayList<CsvRecord>();
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            throw new Fault(
                    "引号没有成对，名单无法读懂。请检查每个双引号。",
                    "The quotes do not come in pairs: check each double quote.");
        }
        records.removeIf(cells -> cells.getFields().stream().allMatch(String::isBlank));
        return records;
    }
}
