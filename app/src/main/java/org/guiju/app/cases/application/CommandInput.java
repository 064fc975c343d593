package org.guiju.app.cases.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Position;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.vouchers.Voucher;
import org.jspecify.annotations.Nullable;

/// 动作输入: the fields of a form or of an API body, flattened to names with values, and what is wrong with them. Every reader
/// returns something usable and notes the fault, so that all faults are told at once.
public final class CommandInput {
    /// Characters that a text field takes.
    public static final int LONGEST = 5000;

    private static final int MOST_VALUES = 200;

    private final Map<String, List<String>> values;
    private final List<Filing> filings;
    private final List<Fault> faults = new ArrayList<>();

    /// 字段错误: the field's name, and why as a message key below `field.fault.`.
    public record Fault(String field, String why) {}

    public CommandInput(Map<String, List<String>> values, List<Filing> filings) {
        this.values = Map.copyOf(values);
        this.filings = List.copyOf(filings);
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public List<Filing> filings() {
        return filings;
    }

    void fault(String field, String why) {
        faults.add(new Fault(field, why));
    }

    /// Text that may be empty; the decider says whether it is needed.
    String text(String name) {
        var raw = values.getOrDefault(name, List.of());
        return raw.isEmpty() ? "" : clean(name, raw.getFirst());
    }

    String required(String name) {
        var text = text(name);
        if (text.isBlank()) {
            fault(name, "required");
        }
        return text;
    }

    List<String> texts(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > MOST_VALUES) {
            fault(name, "too-many");
            return List.of();
        }
        return all.stream().map(v -> clean(name, v)).filter(v -> !v.isBlank()).toList();
    }

    /// One value a line, as a text area gives it.
    List<String> lines(String name) {
        return texts(name).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .distinct()
                .toList();
    }

    LocalDate day(String name, LocalDate otherwise) {
        var text =
                java.text.Normalizer.normalize(text(name), java.text.Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            var day = LocalDate.parse(text.replace('/', '-').replace('.', '-'));
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below, with the field
        }
        fault(name, "not-a-date");
        return otherwise;
    }

    /// 所凭应急凭证: its number and the day on which it was handed over, which is the day of the act where the act has one; empty
    /// where the act was not done on a voucher.
    public Optional<Voucher> voucher() {
        var number = text("voucher").strip();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var field = text("voucherDay").isBlank() && !text("day").isBlank() ? "day" : "voucherDay";
        if (text(field).isBlank()) {
            fault(field, "required");
        }
        return Optional.of(new Voucher(number, day(field, LocalDate.MIN)));
    }

    /// 时间和地点: the fields `on`, `hour` (a time of day, 24 hours) and `place`.
    Appointment appointment(LocalDate otherwise) {
        var day = day("on", otherwise);
        var typed = required("hour");
        var hour = Appointment.hour(typed);
        if (hour.isEmpty() && !typed.isBlank()) {
            fault("hour", "not-an-hour");
        }
        return new Appointment(day, hour.orElse(null), required("place"));
    }

    /// 定位, which may be left out: the field `position`, latitude first.
    @Nullable Position position() {
        var typed = text("position");
        var position = Position.of(typed);
        if (position.isEmpty() && !typed.isBlank()) {
            fault("position", "not-a-position");
        }
        return position.orElse(null);
    }

    int number(String name) {
        var text =
                java.text.Normalizer.normalize(text(name), java.text.Normalizer.Form.NFKC).strip();
        if (!text.matches("-?[0-9]{1,6}")) {
            fault(name, text.isEmpty() ? "required" : "not-a-number");
            return 0;
        }
        return Integer.parseInt(text);
    }

    /// An amount in yuan with at most two decimals, as fen; nothing is nought unless it is required.
    long yuan(String name, boolean required) {
        var text =
                java.text.Normalizer.normalize(text(name), java.text.Normalizer.Form.NFKC)
                        .strip()
                        .replace(",", "");
        if (text.isEmpty() && !required) {
            return 0;
        }
        if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")) {
            fault(name, text.isEmpty() ? "required" : "not-an-amount");
            return 0;
        }
        return new java.math.BigDecimal(text).movePointRight(2).longValueExact();
    }

    /// 分期计划: on each line a day and an amount in yuan.
    List<PenaltyEvent.Instalment> instalments(String name) {
        var plan = new ArrayList<PenaltyEvent.Instalment>();
        for (var line : lines(name)) {
            var plain =
                    java.text.Normalizer.normalize(line, java.text.Normalizer.Form.NFKC).strip();
            var cells = plain.split("[\\s,]+", 2);
            if (cells.length < 2
                    || !cells[1].replace(",", "").matches("[0-9]{1,10}(\\.[0-9]{1,2})?")) {
                fault(name, "not-a-plan");
                return List.of();
            }
            try {
                plan.add(
                        new PenaltyEvent.Instalment(
                                LocalDate.parse(cells[0]),
                                new java.math.BigDecimal(cells[1].replace(",", ""))
                                        .movePointRight(2)
                                        .longValueExact()));
            } catch (DateTimeException _) {
                fault(name, "not-a-plan");
                return List.of();
            }
        }
        if (plan.isEmpty()) {
            fault(name, "required");
        }
        return plan;
    }

    /// A box that is ticked or not.
    boolean checked(String name) {
        return switch (text(name)) {
            case "yes", "true", "on" -> true;
            default -> false;
        };
    }

    boolean yes(String name) {
        return switch (text(name)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                fault(name, "required");
                yield false;
            }
        };
    }

    Optional<PersonId> person(String name) {
        var text = text(name).strip();
        if (text.isEmpty()) {
            fault(name, "required");
            return Optional.empty();
        }
        return Optional.of(new PersonId(text));
    }

    Set<PersonId> persons(String name) {
        var persons = new LinkedHashSet<PersonId>();
        texts(name).forEach(t -> persons.add(new PersonId(t)));
        return persons;
    }

    /// Fields named `prefix.key`, as key and value; empty ones left out.
    SequencedMap<String, String> map(String prefix) {
        var found = new LinkedHashMap<String, String>();
        values.keySet().stream()
                .filter(k -> k.startsWith(prefix + "."))
                .sorted()
                .forEach(k -> {
                    var key = k.substring(prefix.length() + 1);
                    var text = text(k);
                    if (!key.matches("[A-Za-z0-9_.-]{1,64}")) {
                        fault(prefix, "not-listed");
                    } else if (!text.isEmpty()) {
                        found.put(key, text);
                    }
                });
        return found;
    }

    /// Whole numbers named `prefix.key`.
    Map<String, Long> numbers(String prefix) {
        var found = new LinkedHashMap<String, Long>();
        map(prefix)
                .forEach((key, text) -> {
                    var plain =
                            java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                                    .replaceAll("[\\s,]", "");
                    if (plain.matches("-?[0-9]{1,15}")) {
                        found.put(key, Long.parseLong(plain));
                    } else {
                        fault(prefix + "." + key, "not-a-number");
                    }
                });
        return found;
    }

    /// Whether the ledger can hold the text: no control characters but line breaks and tabs, no half characters.
    public static boolean storable(String text) {
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            return false;
        }
        try {
            return text.equals(new Value.Str(text).s());
        } catch (EntryException _) {
            return false;
        }
    }

    private String clean(String name, String raw) {
        var text =
                java.text.Normalizer.normalize(raw, java.text.Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            fault(name, "too-long");
            return "";
        }
        if (!storable(text)) {
            fault(name, "control-character");
            return "";
        }
        return text;
    }
}
