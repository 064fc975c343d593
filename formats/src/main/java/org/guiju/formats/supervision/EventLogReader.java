package org.guiju.formats.supervision;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiju.formats.supervision.LogEvent.Kind;
import org.guiju.formats.tables.Headings;
import org.guiju.formats.tables.TableException;
import org.guiju.formats.tables.TableReader;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.SupervisedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 读办件日志: CSV, XLSX or JSON with one event a row. Whatever cannot be read is a problem with its row and what to do; a log
/// with problems is not judged at all, because half a log says something else.
public final class EventLogReader {
    /// Columns, each with the other words it may be called by.
    private static final Map<String, List<String>> COLUMNS = columns();

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// No case is older or younger; limits counted from the end of time would run beyond it.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s*(\\D*)");
    private static final Article OWN = new Article("来件日志", "所载时限");
    private static final int MOST_PROBLEMS = 20;

    private final List<Text> problems = new ArrayList<>();
    private final List<LogEvent> events = new ArrayList<>();
    private final String file;

    private EventLogReader(String file) {
        this.file = file;
    }

    /// 读取结果.
    public sealed interface Result {
        record Read(List<LogEvent> events) implements Result {
            public Read {
                events = List.copyOf(events);
            }
        }

        record Unusable(List<Text> problems) implements Result {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }

    /// @param file its name, for the messages and the kind of file
    public static Result read(String file, byte[] bytes) {
        var reader = new EventLogReader(file);
        if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
            reader.json(bytes);
        } else {
            reader.table(bytes);
        }
        if (reader.problems.isEmpty() && reader.events.isEmpty()) {
            reader.problem(1, "没有事件", "there is no event");
        }
        return reader.problems.isEmpty()
                ? new Result.Read(reader.events)
                : new Result.Unusable(reader.problems);
    }

    private static Map<String, List<String>> columns() {
        var columns = new LinkedHashMap<String, List<String>>();
        columns.put("matter", List.of("案号", "case", "办件编号", "编号"));
        columns.put("event", List.of("事件", "kind"));
        columns.put("at", List.of("时间", "发生时间"));
        columns.put("recorded", List.of("登记时间", "录入时间"));
        columns.put("object", List.of("对象", "监察对象"));
        columns.put("promise", List.of("承诺", "承诺时限"));
        columns.put("statute", List.of("法定", "法定时限"));
        columns.put("limit", List.of("时限"));
        columns.put("unit", List.of("单位", "时限单位"));
        columns.put("days", List.of("天数", "日数"));
        columns.put("organ", List.of("机关", "部门"));
        columns.put("post", List.of("岗位"));
        columns.put("officer", List.of("人员", "承办人"));
        columns.put("note", List.of("说明", "事由", "备注"));
        return columns;
    }

    private void table(byte[] bytes) {
        try (var table = new TableReader(Headings.any()).open(file, bytes)) {
            var names = table.columns().stream().map(EventLogReader::column).toList();
            for (var needed : List.of("matter", "event", "at")) {
                if (!names.contains(needed)) {
                    problem(
                            table.headerRow(),
                            "缺少列 "
                                    + needed
                                    + "（"
                                    + COLUMNS.getOrDefault(needed, List.of("")).getFirst()
                                    + "）",
                            "the column " + needed + " is missing");
                }
            }
            if (!problems.isEmpty()) {
                return;
            }
            table.rows()
                    .forEach(row -> {
                        var cells = new HashMap<String, String>();
                        for (int i = 0; i < names.size(); i++) {
                            cells.putIfAbsent(names.get(i), row.cells().get(i).strip());
                        }
                        event(row.number(), cells);
                    });
        } catch (TableException e) {
            problems.add(new Text(e.sentence(Locale.CHINESE), e.sentence(Locale.ENGLISH)));
        }
    }

    private static String column(String heading) {
        var plain =
                Normalizer.normalize(heading, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return COLUMNS.entrySet().stream()
                .filter(e -> e.getKey().equals(plain) || e.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(plain);
    }

    private void json(byte[] bytes) {
        JsonNode tree;
        try {
            tree = JsonMapper.builder().build().readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problem(
                    line,
                    "不是 JSON，请检查引号、逗号和括号",
                    "this is no JSON: check quotes, commas and brackets");
            return;
        }
        var list = tree.isObject() ? tree.path("events") : tree;
        if (!list.isArray()) {
            problem(
                    1,
                    "应为事件的数组，或带 events 数组的对象",
                    "an array of events is needed, or an object with one in events");
            return;
        }
        int n = 0;
        for (var item : list) {
            var cells = new HashMap<String, String>();
            item.properties()
                    .forEach(p ->
                            cells.put(
                                    column(p.getKey()),
                                    p.getValue().isValueNode()
                                            ? p.getValue().asString("").strip()
                                            : ""));
            event(++n, cells);
        }
    }

    private void event(int row, Map<String, String> cells) {
        var matter = cells.getOrDefault("matter", "");
        if (matter.isBlank()) {
            problem(row, "缺少案号", "the matter has no number");
            return;
        }
        var word = cells.getOrDefault("event", "");
        var kind = Kind.parse(word).orElse(null);
        if (kind == null) {
            problem(
                    row,
                    "事件“" + word + "”不认识，可用：受理、暂停、恢复、延长、办结、其他",
                    "no event is called \""
                            + word
                            + "\"; use accepted, suspended, resumed, extended, ended or other");
            return;
        }
        var at = moment(row, "at", cells, kind != Kind.ACCEPTED);
        var recorded =
                cells.getOrDefault("recorded", "").isBlank()
                        ? at
                        : moment(row, "recorded", cells, true);
        var object =
                SupervisedObject.parse(cells.getOrDefault("object", "").strip())
                        .orElse(SupervisedObject.CASE);
        if (!cells.getOrDefault("object", "").isBlank()
                && SupervisedObject.parse(cells.getOrDefault("object", "")).isEmpty()) {
            problem(row, "监察对象不认识，如“办件”“咨询”", "no such object; use case, enquiry, complaint …");
            return;
        }
        if (at == null || recorded == null) {
            return;
        }
        if (recorded.isBefore(at)) {
            problem(row, "登记时间早于发生时间", "it was recorded before it happened");
            return;
        }
        events.add(
                new LogEvent(
                        row,
                        matter,
                        kind,
                        at,
                        recorded,
                        object,
                        days(row, "promise", cells),
                        days(row, "statute", cells),
                        days(row, "limit", cells),
                        days(row, "days", cells),
                        cells.getOrDefault("organ", ""),
                        cells.getOrDefault("post", ""),
                        cells.getOrDefault("officer", ""),
                        cells.getOrDefault("note", "")));
    }

    /// A day without an hour is whole: a matter begins with it and ends at its end, in the office's favour.
    private @Nullable Instant moment(
            int row, String column, Map<String, String> cells, boolean end) {
        var text = cells.getOrDefault(column, "").strip().replace(' ', 'T').replace('/', '-');
        try {
            var found = instant(text, end);
            if (found.isBefore(EARLIEST) || found.isAfter(LATEST)) {
                throw new DateTimeException(text);
            }
            return found;
        } catch (DateTimeException e) {
            problem(
                    row,
                    column + "“" + text + "”不是时间，写作 2018-10-15T10:00 或 2018-10-15",
                    column + " \"" + text + "\" is no time: write 2018-10-15T10:00 or 2018-10-15");
            return null;
        }
    }

    private static Instant instant(String text, boolean end) {
        if (text.length() == 10) {
            var day = LocalDate.parse(text);
            return end
                    ? day.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1)
                    : day.atStartOfDay(ZONE).toInstant();
        }
        if (text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.length() > 16) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }

    /// `7`, `7 工作日`, `90 calendar days`; 0 and blank are no limit.
    private @Nullable Limit days(int row, String column, Map<String, String> cells) {
        var text = cells.getOrDefault(column, "").strip();
        if (text.isEmpty() || text.equals("0")) {
            return null;
        }
        var matcher = DAYS.matcher(text);
        if (matcher.matches()) {
            var word =
                    matcher.group(2).isBlank()
                            ? cells.getOrDefault("unit", "")
                            : matcher.group(2).strip();
            var unit = word.isBlank() ? LimitUnit.WORKING_DAY : LimitUnit.parse(word).orElse(null);
            int n = Integer.parseInt(matcher.group(1));
            if (unit != null && n >= 1 && n <= Limit.MAX) {
                return new Limit(n, unit, OWN);
            }
        }
        problem(
                row,
                column + "“" + text + "”不是时限，写作 7、7 工作日、90 自然日或 3 个月",
                column
                        + " \""
                        + text
                        + "\" is no limit: write 7, 7 working days, 90 calendar days or 3 months");
        return null;
    }

    private void problem(int row, String zh, String en) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(
                    new Text(
                            file + " 第 " + row + " 行：" + zh + "。",
                            file + ", row " + row + ": " + en + "."));
        }
    }
}
