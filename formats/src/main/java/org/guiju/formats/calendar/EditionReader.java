package org.guiju.formats.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.shared.Text;
import tools.jackson.core.JsonToken;

/// Reads one calendar file and collects every fault on the way.
final class EditionReader {

    /// Nobody mends more at once.
    private static final int MAX_PROBLEMS = 100;

    /// How far a notice has ever reached beyond its year is 3 days; more than this is a slip.
    private static final int EDGE_DAYS = 15;

    private static final Text OBJECT = new Text("花括号括起的一组字段", "a group of fields in braces");
    private static final Text LIST = new Text("方括号括起的列表", "a list in brackets");
    private static final Text WHOLE_NUMBER = new Text("整数", "a whole number");
    private static final Text STRING = new Text("引号括起的文字", "a text in quotes");
    private static final Text TRUTH = new Text("true 或 false", "true or false");

    private final List<CalendarProblem> problems = new ArrayList<>();

    EditionReading read(JsonTree tree) {
        if (!(tree instanceof JsonTree.Fields file)) {
            problem(EditionFault.WRONG_TYPE, tree.line(), "", OBJECT);
            return new EditionReading.Rejected(problems);
        }
        var year = year(file);
        var papers = papers(file);
        var days = days(file);
        year.ifPresent(y -> checkAgainst(y, days, file));
        var published = published(file, papers, year);
        var number = number(file, papers);
        if (!problems.isEmpty() || year.isEmpty() || published.isEmpty() || number.isEmpty()) {
            return new EditionReading.Rejected(problems);
        }
        return new EditionReading.Read(
                new CalendarEdition(
                        year.getAsInt() + "#" + number.getAsInt(),
                        year.getAsInt(),
                        published.get(),
                        papers,
                        dates(days, true),
                        dates(days, false)));
    }

    /// One entry of `days` whose parts could all be read.
    private record Day(int line, String field, LocalDate date, boolean rest) {}

    private static Set<LocalDate> dates(List<Day> days, boolean rest) {
        return days.stream()
                .filter(d -> d.rest() == rest)
                .map(Day::date)
                .collect(Collectors.toSet());
    }

    private OptionalInt year(JsonTree.Fields file) {
        var year = wholeNumber(file, "year", true);
        if (year.isPresent() && (year.getAsInt() < 2000 || year.getAsInt() > 2100)) {
            problem(
                    EditionFault.YEAR_OUT_OF_RANGE,
                    lineOf(file, "year"),
                    "year",
                    word(year.getAsInt()));
            return OptionalInt.empty();
        }
        return year;
    }

    private List<String> papers(JsonTree.Fields file) {
        var papers = new ArrayList<String>();
        switch (file.get("papers")) {
            case null -> {} // a file typed by an officer need not name an address
            case JsonTree.Items items -> {
                for (var i = 0; i < items.values().size(); i++) {
                    var item = items.values().get(i);
                    var field = "papers[" + i + "]";
                    text(item, field)
                            .filter(address -> isWeb(item, address, field))
                            .ifPresent(papers::add);
                }
            }
            case JsonTree other -> problem(EditionFault.WRONG_TYPE, other.line(), "papers", LIST);
        }
        return papers;
    }

    /// Pages link to it: an address of another kind could be a script.
    private boolean isWeb(JsonTree item, String address, String field) {
        if (PaperAddress.isWeb(address)) {
            return true;
        }
        problem(EditionFault.BAD_ADDRESS, item.line(), field);
        return false;
    }

    private List<Day> days(JsonTree.Fields file) {
        var days = new ArrayList<Day>();
        switch (file.get("days")) {
            case null -> problem(EditionFault.MISSING, file.line(), "days", Text.zh("days"));
            case JsonTree.Items items -> {
                var sound = problems.size();
                for (var i = 0; i < items.values().size(); i++) {
                    day(items.values().get(i), "days[" + i + "]").ifPresent(days::add);
                }
                if (problems.size() == sound && days.stream().noneMatch(Day::rest)) {
                    problem(EditionFault.NO_DAYS, items.line(), "days");
                }
            }
            case JsonTree other -> problem(EditionFault.WRONG_TYPE, other.line(), "days", LIST);
        }
        return days;
    }

    private Optional<Day> day(JsonTree entry, String field) {
        if (!(entry instanceof JsonTree.Fields fields)) {
            problem(EditionFault.WRONG_TYPE, entry.line(), field, OBJECT);
            return Optional.empty();
        }
        var date = date(fields, field, "date");
        var rest = Optional.<Boolean>empty();
        switch (fields.get("isOffDay")) {
            case null -> missing(fields, field, "isOffDay");
            case JsonTree.Leaf(var line, var kind, var text) when kind.isBoolean() ->
                    rest = Optional.of(kind == JsonToken.VALUE_TRUE);
            case JsonTree other ->
                    problem(EditionFault.WRONG_TYPE, other.line(), field + ".isOffDay", TRUTH);
        }
        if (date.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Day(lineOf(fields, "date"), field + ".date", date.get(), rest.get()));
    }

    private Optional<LocalDate> date(JsonTree.Fields fields, String around, String name) {
        var value = fields.get(name);
        if (value == null) {
            missing(fields, around, name);
            return Optional.empty();
        }
        var field = around.isEmpty() ? name : around + "." + name;
        var written = text(value, field);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(written.get()));
        } catch (DateTimeException e) {
            problem(EditionFault.BAD_DATE, value.line(), field, word(written.get()));
            return Optional.empty();
        }
    }

    private void checkAgainst(int year, List<Day> days, JsonTree.Fields file) {
        if (!days.isEmpty() && days.stream().noneMatch(d -> d.date().getYear() == year)) {
            var most =
                    days.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            d -> d.date().getYear(), Collectors.counting()))
                            .entrySet()
                            .stream()
                            .max(Map.Entry.comparingByValue())
                            .orElseThrow()
                            .getKey();
            problem(EditionFault.WRONG_YEAR, lineOf(file, "year"), "year", word(year), word(most));
            return;
        }
        var first = LocalDate.of(year, 1, 1).minusDays(EDGE_DAYS);
        var last = LocalDate.of(year, 12, 31).plusDays(EDGE_DAYS);
        var lineOfDate = new HashMap<LocalDate, Integer>();
        for (var day : days) {
            var earlier = lineOfDate.putIfAbsent(day.date(), day.line());
            if (earlier != null) {
                problem(
                        EditionFault.DUPLICATE_DATE,
                        day.line(),
                        day.field(),
                        word(day.date()),
                        word(earlier));
            } else if (day.date().isBefore(first) || day.date().isAfter(last)) {
                problem(
                        EditionFault.FAR_OUTSIDE,
                        day.line(),
                        day.field(),
                        word(day.date()),
                        word(year));
            }
        }
    }

    /// As the file says it, or as the address of the last paper tells it; of a month, its last day: by then it was
    /// public.
    private Optional<LocalDate> published(
            JsonTree.Fields file, List<String> papers, OptionalInt year) {
        if (file.get("published") == null) {
            var told =
                    papers.isEmpty()
                            ? Optional.<LocalDate>empty()
                            : PaperAddress.day(papers.getLast());
            if (told.isEmpty()) {
                problem(EditionFault.NOT_PUBLISHED, lineOf(file, "papers"), "published");
            }
            return told;
        }
        var day = date(file, "", "published");
        if (day.isPresent()
                && year.isPresent()
                && !Set.of(0, 1).contains(year.getAsInt() - day.get().getYear())) {
            problem(
                    EditionFault.PUBLISHED_LATE,
                    lineOf(file, "published"),
                    "published",
                    word(day.get()),
                    word(year.getAsInt()));
        }
        return day;
    }

    /// The first notice is one paper, a change of it the second: the number of papers is the number of the edition.
    private OptionalInt number(JsonTree.Fields file, List<String> papers) {
        if (file.get("edition") == null) {
            return OptionalInt.of(Math.max(1, papers.size()));
        }
        var number = wholeNumber(file, "edition", false);
        if (number.isPresent() && (number.getAsInt() < 1 || number.getAsInt() > 99)) {
            problem(
                    EditionFault.BAD_EDITION,
                    lineOf(file, "edition"),
                    "edition",
                    word(number.getAsInt()));
        }
        return number;
    }

    private OptionalInt wholeNumber(JsonTree.Fields file, String name, boolean needed) {
        switch (file.get(name)) {
            case null -> {
                if (needed) {
                    missing(file, "", name);
                }
            }
            case JsonTree.Leaf(var line, var kind, var text)
                    when kind == JsonToken.VALUE_NUMBER_INT && text.length() <= 9 -> {
                return OptionalInt.of(Integer.parseInt(text));
            }
            case JsonTree other ->
                    problem(EditionFault.WRONG_TYPE, other.line(), name, WHOLE_NUMBER);
        }
        return OptionalInt.empty();
    }

    private Optional<String> text(JsonTree value, String field) {
        if (value instanceof JsonTree.Leaf(var line, var kind, var text)
                && kind == JsonToken.VALUE_STRING) {
            return Optional.of(text);
        }
        problem(EditionFault.WRONG_TYPE, value.line(), field, STRING);
        return Optional.empty();
    }

    private void missing(JsonTree.Fields fields, String around, String name) {
        var field = around.isEmpty() ? name : around + "." + name;
        problem(EditionFault.MISSING, fields.line(), field, Text.zh(name));
    }

    private static int lineOf(JsonTree.Fields fields, String name) {
        var value = fields.get(name);
        return value == null ? fields.line() : value.line();
    }

    private static Text word(Object fact) {
        var text = Objects.toString(fact);
        return Text.zh(
                text.isBlank() ? "␠" : text.length() > 40 ? text.substring(0, 40) + "…" : text);
    }

    private void problem(EditionFault fault, int line, String field, Text... facts) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(fault.at(line, field, facts));
        }
    }
}
