package org.guiju.formats.linesystems;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableLimits;
import org.guiju.formats.tables.TableReader;
import org.guiju.kernel.shared.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 读来件: CSV (UTF-8, GB18030), XLSX or JSON as rows. A file that is none of these is refused as a whole, a row that cannot be read is
/// named; the others come in.
public final class RecordsFile {
    /// More come in as several deliveries.
    public static final int MOST_ROWS = 5000;

    /// Columns of a file; as many as a table may have.
    private static final int MOST_COLUMNS = TableLimits.USUAL.columns();

    private static final int LONGEST_CELL = 4000;
    private static final int MOST_BYTES = 16_384;

    private final List<RawRow> rows = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private RecordsFile() {}

    /// 无法读取的行.
    public record Unreadable(int row, String column, Text words) {}

    /// 无法读取的文件.
    public static final class UnreadableFile extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Text words;

        UnreadableFile(String zh, String en) {
            super(en);
            this.words = new Text(zh, en);
        }

        public Text words() {
            return words;
        }
    }

    /// @param file its name, for the messages and the kind of file
    /// @throws UnreadableFile with place and remedy
    public static RecordsFile read(String file, byte[] bytes) {
        var read = new RecordsFile();
        if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
            read.json(file, bytes);
        } else {
            read.table(file, bytes);
        }
        if (read.rows.isEmpty() && read.unreadable.isEmpty()) {
            throw new UnreadableFile(
                    file + "：没有记录，请检查后再送",
                    file + ": there is no record in it: check and send again");
        }
        return read;
    }

    public List<RawRow> rows() {
        return List.copyOf(rows);
    }

    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    private void table(String file, byte[] bytes) {
        try (var table = new TableReader(Headings.any()).open(file, bytes)) {
            var headings = table.columns().stream().map(RecordsFile::tidy).toList();
            table.rows().forEach(row -> row(row.number(), headings, row.cells()));
        } catch (TableException e) {
            throw new UnreadableFile(e.sentence(Locale.CHINESE), e.sentence(Locale.ENGLISH));
        }
    }

    private void row(int number, List<String> headings, List<String> texts) {
        if (rows.size() + unreadable.size() >= MOST_ROWS) {
            throw new UnreadableFile(
                    "第 " + number + " 行：一次最多 " + MOST_ROWS + " 行，请分几次送",
                    "row "
                            + number
                            + ": at most "
                            + MOST_ROWS
                            + " rows at once: send them in parts");
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < headings.size(); i++) {
            var text = tidy(texts.get(i));
            if (text.length() > LONGEST_CELL || broken(text)) {
                unreadable.add(
                        new Unreadable(
                                number,
                                headings.get(i),
                                new Text(
                                        "含有无法读取的字符，或者超过 4000 个字，请改正后再送",
                                        "characters that cannot be read, or more than 4,000 of them: correct and send again")));
                return;
            }
            if (!text.isEmpty()) {
                cells.putIfAbsent(headings.get(i), text);
            }
        }
        var row = new RawRow(number, headings, cells);
        if (row.text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            unreadable.add(
                    new Unreadable(
                            number,
                            "",
                            new Text(
                                    "一行超过 16 KB，请去掉大段文字后再送",
                                    "a row of more than 16 KB: leave long texts out and send it again")));
            return;
        }
        rows.add(row);
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static boolean broken(String text) {
        return text.codePoints()
                .anyMatch(c ->
                        c < ' ' && c != '\t' && c != '\n' && c != '\r'
                                || c == 0xFFFD
                                || c == 0xFFFE
                                || c == 0xFFFF
                                || c >= 0xD800 && c <= 0xDFFF);
    }

    private void json(String file, byte[] bytes) {
        var tree = tree(file, bytes);
        if (tree.isArray()) {
            list(tree);
            return;
        }
        var lists = new ArrayList<JsonNode>();
        tree.properties().stream()
                .map(p -> p.getValue())
                .filter(JsonNode::isArray)
                .forEach(lists::add);
        if (lists.isEmpty()) {
            throw new UnreadableFile(
                    file + "：应为记录的数组，或带 records 数组的对象",
                    file + ": a list of records is needed, or an object with one in records");
        }
        lists.forEach(this::list);
    }

    private static JsonNode tree(String file, byte[] bytes) {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return JsonMapper.builder()
                    .build()
                    .readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(
                    file + "：不是 UTF-8 编码，请另存为 UTF-8 后再送",
                    file + " is not in UTF-8: save it as UTF-8 and send it again");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new UnreadableFile(
                    file + " 第 " + line + " 行：不是 JSON，请检查引号、逗号和括号",
                    file
                            + ", line "
                            + line
                            + ": this is no JSON: check quotes, commas and brackets");
        }
    }

    private void list(JsonNode list) {
        var headings = new LinkedHashSet<String>();
        list.forEach(item -> item.properties().forEach(p -> headings.add(tidy(p.getKey()))));
        if (headings.size() > MOST_COLUMNS) {
            throw new UnreadableFile(
                    "记录里共有 " + headings.size() + " 种名称，最多 " + MOST_COLUMNS + " 种，请去掉用不到的再送",
                    "the records have "
                            + headings.size()
                            + " different names, at most "
                            + MOST_COLUMNS
                            + " are read: leave out what is not needed and send it again");
        }
        var names = List.copyOf(headings);
        int base = rows.size() + unreadable.size();
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            int number = base + i + 1;
            if (!item.isObject()
                    || item.properties().stream().anyMatch(p -> !p.getValue().isValueNode())) {
                unreadable.add(
                        new Unreadable(
                                number,
                                "",
                                new Text(
                                        "应为一层的对象，每项一个值",
                                        "an object with one value to each name is needed")));
                continue;
            }
            var said = new LinkedHashMap<String, String>();
            item.properties().forEach(p -> said.put(tidy(p.getKey()), p.getValue().asString("")));
            row(number, names, names.stream().map(n -> said.getOrDefault(n, "")).toList());
        }
    }
}
