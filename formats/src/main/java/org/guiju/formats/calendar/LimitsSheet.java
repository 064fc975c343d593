package org.guiju.formats.calendar;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Text;

/// 期限表: a CSV with one limit a row goes in, the same with its last days comes out. Columns needed:
/// `event_day_excluded`, `n`, `unit`; a column `rule` or `basis` is named in the derivation; all others are carried
/// through.
public final class LimitsSheet {

    public static final String EVENT = "event_day_excluded";
    public static final String NUMBER = "n";
    public static final String UNIT = "unit";
    public static final String LAST_DAY = "last_day";
    public static final String DERIVATION = "derivation";
    public static final String PROVISIONAL = "provisional";
    public static final String ERROR = "error";

    private static final List<String> NEEDED = List.of(EVENT, NUMBER, UNIT);
    private static final List<String> ANSWERS = List.of(LAST_DAY, DERIVATION, PROVISIONAL);
    private static final int MAX_BYTES = 20 << 20;
    private static final Text MODEL =
            new Text(
                    "示例：\n  rule,event_day_excluded,n,unit\n  行政许可法 42,2026-09-24,20,working day",
                    "Example:\n  rule,event_day_excluded,n,unit\n  行政许可法 42,2026-09-24,20,working day");

    private final WorkCalendar calendar;
    private final boolean chinese;

    /// @param chinese the language of derivations and errors
    public LimitsSheet(WorkCalendar calendar, boolean chinese) {
        this.calendar = calendar;
        this.chinese = chinese;
    }

    /// What became of a file.
    public sealed interface Result {

        /// 已计算: every row that could be computed is; `failed` rows carry the reason in the column `error`.
        record Filled(List<String> columns, List<List<String>> rows, int failed) implements Result {
            public Filled {
                columns = List.copyOf(columns);
                rows = List.copyOf(rows);
            }
        }

        /// 无法使用: nothing was computed; says why and what to do.
        record Unusable(Text message) implements Result {}
    }

    public Result fill(byte[] file) {
        if (file.length > MAX_BYTES) {
            return unusable("文件超过 20 MB。请分成几个文件。", "The file is larger than 20 MB: split it.");
        }
        try {
            return fill(read(decode(file)));
        } catch (CharacterCodingException e) {
            return unusable(
                    "文件不是 UTF-8 编码的文本。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”。",
                    "The file is no text in UTF-8: in Excel, save it as \"CSV UTF-8 (comma delimited)\".");
        } catch (CsvParseException e) {
            return unusable(
                    "引号没有成对，CSV 无法读懂。请检查每个双引号（单元格内的双引号要写两个）。",
                    "The quotes do not come in pairs: check each double quote (inside a cell, write it twice).");
        }
    }

    private static String decode(byte[] file) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<CsvRecord> read(String text) {
        var records = new ArrayList<CsvRecord>();
        try (var reader =
                CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        records.removeIf(cells -> cells.getFields().stream().allMatch(String::isBlank));
        return records;
    }

    private Result fill(List<CsvRecord> records) {
        if (records.isEmpty()) {
            return withModel("文件是空的。", "The file is empty.");
        }
        var header = Header.of(records.getFirst().getFields());
        var missing = NEEDED.stream().filter(name -> header.at(name) < 0).toList();
        if (!missing.isEmpty()) {
            var found = String.join(", ", records.getFirst().getFields());
            var shown = found.length() > 200 ? found.substring(0, 200) + "…" : found;
            return withModel(
                    "第 1 行缺少列 " + String.join("、", missing) + "；读到的列：" + shown + "。请用英文逗号分隔并补上这些列。",
                    "Row 1 lacks the columns "
                            + String.join(", ", missing)
                            + "; found: "
                            + shown
                            + ". Separate columns by commas and add these.");
        }
        var twice = header.twice();
        if (!twice.isEmpty()) {
            return withModel(
                    "列 " + String.join("、", twice) + " 出现了两次。请只保留一列。",
                    "The columns " + String.join(", ", twice) + " appear twice: keep one of each.");
        }
        if (records.size() == 1) {
            return withModel("只有表头，没有数据行。", "There is a header but no row below it.");
        }
        return answers(header, records.subList(1, records.size()));
    }

    private Result answers(Header header, List<CsvRecord> records) {
        var answered = new ArrayList<LimitsRow>();
        for (var cells : records) {
            answered.add(
                    LimitsRow.read(cells.getFields(), header, (int) cells.getStartingLineNumber()));
        }
        var failed = (int) answered.stream().filter(row -> row.limit().isEmpty()).count();
        var answers = Header.of(header.withAnswers(failed > 0));
        var rows = answered.stream().map(row -> row(row, answers)).toList();
        return new Result.Filled(answers.columns(), rows, failed);
    }

    private List<String> row(LimitsRow row, Header answers) {
        var cells = new ArrayList<>(row.cells());
        while (cells.size() < answers.columns().size()) {
            cells.add("");
        }
        if (row.limit().isPresent() && row.event().isPresent()) {
            var d = TimeLimits.lastDay(calendar, row.event().get(), row.limit().get(), List.of());
            cells.set(answers.at(LAST_DAY), d.lastDay().toString());
            cells.set(answers.at(DERIVATION), words(d, row.basis()));
            cells.set(answers.at(PROVISIONAL), d.provisional() ? "yes" : "no");
        } else {
            ANSWERS.forEach(name -> cells.set(answers.at(name), ""));
        }
        if (answers.at(ERROR) >= 0) {
            cells.set(answers.at(ERROR), row.error().map(this::inLanguage).orElse(""));
        }
        return List.copyOf(cells);
    }

    private String words(Derivation d, String basis) {
        return chinese ? DerivationWords.zh(d, basis) : DerivationWords.en(d, basis);
    }

    private String inLanguage(Text text) {
        return chinese || text.en() == null ? text.zh() : text.en();
    }

    private static Result withModel(String zh, String en) {
        return unusable(zh + MODEL.zh(), en + " " + MODEL.en());
    }

    private static Result unusable(String zh, String en) {
        return new Result.Unusable(new Text(zh, en));
    }

    /// The headings of the first row; known ones are found whatever their case, blanks and hyphens.
    ///
    /// @param places of each heading, the first where there are two
    record Header(List<String> columns, Map<String, Integer> places) {

        static Header of(List<String> columns) {
            var places = new HashMap<String, Integer>();
            for (var i = 0; i < columns.size(); i++) {
                places.putIfAbsent(normal(columns.get(i)), i);
            }
            return new Header(List.copyOf(columns), Map.copyOf(places));
        }

        /// The place of a column, or -1.
        int at(String name) {
            return places.getOrDefault(name, -1);
        }

        List<String> twice() {
            Set<String> seen = new HashSet<>();
            return columns.stream()
                    .map(Header::normal)
                    .filter(name ->
                            NEEDED.contains(name) || ANSWERS.contains(name) || name.equals(ERROR))
                    .filter(name -> !seen.add(name))
                    .distinct()
                    .toList();
        }

        /// The same columns, and those for the answers that are not there yet.
        List<String> withAnswers(boolean withError) {
            var all = new ArrayList<>(columns);
            ANSWERS.stream().filter(name -> at(name) < 0).forEach(all::add);
            if (withError && at(ERROR) < 0) {
                all.add(ERROR);
            }
            return all;
        }

        private static String normal(String heading) {
            return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s-]+", "_");
        }
    }
}
