package org.guiju.kernel.linesystems;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.guiju.kernel.linesystems.Mapping.Layout;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 读行: one row of the other system by the mapping: a record, or what has to be asked, or what is wrong with it. A word that is our own
/// code or name is taken for what it says.
public final class RowReader {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern BETWEEN = Pattern.compile("[、,，;；/\\s]+");
    // As databases write seconds; no rule here counts parts of one.
    private static final Pattern FRACTION = Pattern.compile("(:[0-9]{2}:[0-9]{2})[.,][0-9]+");
    private static final int LONGEST_NUMBER = 120;
    private final Mapping mapping;
    private final Function<String, Optional<PowerDefinition>> powers;

    /// @param powers the definition of a code that is judged by today, in force or not
    public RowReader(Mapping mapping, Function<String, Optional<PowerDefinition>> powers) {
        this.mapping = mapping;
        this.powers = powers;
    }

    /// 读得结果.
    public sealed interface Read {
        record Taken(String theirs, PowerDefinition power, Situation situation, ShadowRecord record)
                implements Read {}

        record Waits(List<Question> questions) implements Read {
            public Waits {
                questions = List.copyOf(questions);
            }
        }

        record Broken(List<Fault> faults) implements Read {
            public Broken {
                faults = List.copyOf(faults);
            }
        }
    }

    /// 错误: the column and what to do about it.
    public record Fault(String column, Text words) {}

    /// @param cells by heading
    /// @param hash of the raw record, its number where it has none
    public Read read(List<String> headings, Map<String, String> cells, String hash) {
        var known = mapping.layout(headings).or(() -> ReportElements.layout(headings));
        if (known.isEmpty()) {
            return new Read.Waits(List.of(new Question.Columns(headings)));
        }
        return new Row(known.get(), cells, hash).read();
    }

    private final class Row {
        private final Layout layout;
        private final Map<String, String> cells;
        private final String hash;
        private final List<Fault> faults = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();

        Row(Layout layout, Map<String, String> cells, String hash) {
            this.layout = layout;
            this.cells = cells;
            this.hash = hash;
        }

        Read read() {
            var theirs = of(Target.CASE_NO);
            var no =
                    of(Target.RECORD_NO).isEmpty()
                            ? "#" + hash.substring(0, 16)
                            : of(Target.RECORD_NO);
            numbers(theirs, no);
            var happened = moment(Target.HAPPENED);
            if (of(Target.HAPPENED).isEmpty()) {
                fault(
                        Target.HAPPENED,
                        "没有发生时间，请补上后再送",
                        "the time is missing: add it and send the row again");
            }
            var received = moment(Target.RECEIVED);
            var entered = moment(Target.ENTERED);
            var power = power();
            var situation = power == null ? null : situation(power);
            var step = power == null || situation == null ? "" : step(power, situation);
            // Asked about together with the step, so that a case comes in whole.
            var outcome = power == null || situation == null ? "" : outcome(power, situation, step);
            if (!faults.isEmpty()) {
                return new Read.Broken(faults);
            }
            if (!questions.isEmpty() || power == null || situation == null || happened == null) {
                return new Read.Waits(questions);
            }
            var record =
                    new ShadowRecord(
                            no,
                            step,
                            outcome,
                            happened.day(),
                            happened.time(),
                            received == null ? null : received.day(),
                            entered == null ? null : entered.day(),
                            officers(),
                            of(Target.NOTE));
            return new Read.Taken(theirs, power, situation, record);
        }

        private void numbers(String theirs, String no) {
            if (theirs.isEmpty()) {
                fault(
                        Target.CASE_NO,
                        "没有办件编号，请补上后再送",
                        "the case has no number: add it and send the row again");
            }
            if (theirs.length() > LONGEST_NUMBER || no.length() > LONGEST_NUMBER) {
                fault(Target.CASE_NO, "编号超过 120 个字", "a number is longer than 120 characters");
            }
        }

        private List<String> officers() {
            return Arrays.stream(BETWEEN.split(of(Target.OFFICER)))
                    .filter(o -> !o.isBlank())
                    .toList();
        }

        private String of(Target target) {
            return layout.of(target, cells);
        }

        private void fault(Target target, String zh, String en) {
            var column = layout.column(target).orElse(target.code());
            faults.add(new Fault(column, new Text(zh, en)));
        }

        private void ask(Target target, String power, String word) {
            questions.add(new Question.Word(target, power, word));
        }

        private @Nullable PowerDefinition power() {
            var word = of(Target.POWER);
            if (word.isEmpty()) {
                fault(
                        Target.POWER,
                        "没有权力编码，请补上后再送",
                        "the power is missing: add it and send the row again");
                return null;
            }
            var code = mapping.value(Target.POWER, "", word).orElse(word);
            var found = powers.apply(code);
            if (found.isEmpty()) {
                ask(Target.POWER, "", word);
            }
            return found.orElse(null);
        }

        private @Nullable Situation situation(PowerDefinition power) {
            var word = of(Target.SITUATION);
            var code = power.code().value();
            if (word.isEmpty() && power.situations().size() == 1) {
                return power.situations().getFirst();
            }
            var id = mapping.value(Target.SITUATION, code, word).orElse(word);
            var found =
                    power.situations().stream()
                            .filter(s -> s.id().equals(id) || s.name().zh().equals(id))
                            .findFirst();
            if (found.isEmpty()) {
                ask(Target.SITUATION, code, word);
            }
            return found.orElse(null);
        }

        private String step(PowerDefinition power, Situation situation) {
            var word = of(Target.STEP);
            var code = power.code().value();
            var id = mapping.value(Target.STEP, code, word).orElse(word);
            if (ShadowRecord.WORDS.contains(id) || id.startsWith(ShadowRecord.PAUSED + ":")) {
                return id;
            }
            if (id.equals(ReportElements.ACCEPTANCE)) {
                return situation.first().id();
            }
            var found =
                    situation.steps().stream()
                            .filter(s -> s.id().equals(id) || s.name().zh().equals(id))
                            .findFirst();
            if (found.isEmpty()) {
                ask(Target.STEP, code, word);
            }
            return found.map(Step::id).orElse("");
        }

        private String outcome(PowerDefinition power, Situation situation, String target) {
            var word = of(Target.OUTCOME);
            if (word.isEmpty() || target.startsWith("@")) {
                return word;
            }
            var code = power.code().value();
            var said = mapping.value(Target.OUTCOME, code, word).orElse(word);
            if (situation.steps().stream().anyMatch(s -> s.outcomes().containsKey(said))
                    || Arrays.stream(StepKind.values())
                            .anyMatch(k ->
                                    k.required().contains(said) || k.optional().contains(said))) {
                return said;
            }
            ask(Target.OUTCOME, code, word);
            return "";
        }

        private record Moment(LocalDate day, @Nullable LocalTime time) {}

        private @Nullable Moment moment(Target target) {
            var text = of(target);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return moment(text);
            } catch (DateTimeException e) {
                fault(
                        target,
                        "“" + text + "”不是时间，写作 2026-03-02 或 2026-03-02 09:30",
                        "\"" + text + "\" is no time: write 2026-03-02 or 2026-03-02 09:30");
                return null;
            }
        }

        private static Moment moment(String text) {
            var plain =
                    FRACTION.matcher(text)
                            .replaceFirst("$1")
                            .replace('年', '-')
                            .replace('月', '-')
                            .replace("日", "")
                            .replace('/', '-')
                            .replace('.', '-')
                            .strip();
            if (plain.matches("[0-9]{8}")) {
                plain =
                        plain.substring(0, 4)
                                + "-"
                                + plain.substring(4, 6)
                                + "-"
                                + plain.substring(6);
            }
            if (plain.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})$") && plain.length() > 16) {
                var iso = plain.replace(' ', 'T').replaceFirst("([0-9]{2}):?([0-9]{2})$", "$1:$2");
                var there = OffsetDateTime.parse(iso).atZoneSameInstant(ZONE);
                return new Moment(there.toLocalDate(), there.toLocalTime());
            }
            var parts = plain.split("[T ]+", 2);
            var day = day(parts[0]);
            if (parts.length == 1 || parts[1].isBlank()) {
                return new Moment(day, null);
            }
            var hour = parts[1].matches("[0-9]:.*") ? "0" + parts[1] : parts[1];
            return new Moment(day, LocalDateTime.parse(day + "T" + hour).toLocalTime());
        }

        private static LocalDate day(String text) {
            var parts = text.split("-");
            if (parts.length != 3 || !Arrays.stream(parts).allMatch(p -> p.matches("[0-9]{1,4}"))) {
                throw new DateTimeException(text);
            }
            var day =
                    LocalDate.of(
                            Integer.parseInt(parts[0]),
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]));
            if (day.getYear() < 2000 || day.getYear() > 2100) {
                throw new DateTimeException(text);
            }
            return day;
        }
    }
}
