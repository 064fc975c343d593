package org.guiju.formats.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiju.formats.dmn.DmnFault.Code;
import org.guiju.kernel.discretion.Cell;
import org.guiju.kernel.discretion.Direction;
import org.guiju.kernel.discretion.Factor;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.powers.Penalty.Band;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// DMN → 裁量基准: accepted with nothing left unread that decides anything, or refused with every fault and its place. A cell
/// that calls a function, adds or names another input is refused, for no analysis could promise anything of it.
public final class DmnReader {
    /// Characters of a file.
    public static final int LARGEST = 300_000;

    static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int MOST_ROWS = 300;
    private static final int MOST_FACTORS = 12;
    private static final int LONGEST = 2_000;
    private final List<DmnFault> faults = new ArrayList<>();

    private DmnReader() {}

    /// @param standard empty exactly where there are faults
    public record Reading(Optional<Standard> standard, List<DmnFault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }
    }

    /// Never throws, whatever comes.
    public static Reading read(String xml) {
        if (xml.length() > LARGEST) {
            return new Reading(
                    Optional.empty(),
                    DmnFault.one(Code.TOO_LARGE, "1", Integer.toString(xml.length())));
        }
        var reader = new DmnReader();
        try {
            var standard = reader.standard(DmnTree.read(xml));
            return new Reading(
                    reader.faults.isEmpty() ? standard : Optional.empty(), reader.faults);
        } catch (DmnTree.Broken e) {
            return new Reading(Optional.empty(), List.of(e.fault()));
        }
    }

    private void fault(Code code, String place, String found) {
        faults.add(new DmnFault(code, place, found));
    }

    private Optional<Standard> standard(DmnTree root) {
        if (!root.name().equals("definitions") || !DmnNames.MODELS.contains(root.space())) {
            fault(Code.NOT_DMN, root.place(), root.name());
            return Optional.empty();
        }
        var own =
                root.all("extensionElements")
                        .flatMap(e -> e.all("standard"))
                        .filter(e -> e.space().equals(DmnNames.OWN))
                        .toList();
        var decisions = root.all("decision").toList();
        var tables = decisions.stream().flatMap(d -> d.all("decisionTable")).toList();
        if (own.size() != 1) {
            fault(Code.NO_STANDARD, root.place(), Integer.toString(own.size()));
        }
        if (decisions.size() != 1
                || tables.size() != 1
                || root.all("import").findAny().isPresent()) {
            fault(Code.ONE_TABLE, root.place(), Integer.toString(tables.size()));
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var head = own.getFirst();
        var factors = factors(head);
        var rows = rows(head, tables.getFirst(), factors);
        return faults.isEmpty()
                ? Optional.of(built(head, factors, rows)).filter(_ -> faults.isEmpty())
                : Optional.empty();
    }

    private Standard built(DmnTree head, List<Factor> factors, List<Standard.Row> rows) {
        var law = head.all("statute").findFirst().orElse(head);
        var range =
                law.at("from").isEmpty() ? null : new Band(whole(law, "from"), whole(law, "to"));
        var code = head.at("code");
        if (!PowerCode.isWellFormed(code)) {
            fault(Code.ATTRIBUTE, head.place() + " code", code);
        }
        var powers =
                Arrays.stream(head.at("powers").split("\\s+")).filter(p -> !p.isEmpty()).toList();
        powers.stream()
                .filter(p -> !PowerCode.isWellFormed(p))
                .forEach(p -> fault(Code.ATTRIBUTE, head.place() + " powers", p));
        var superior = head.at("superior");
        return new Standard(
                code,
                named(head),
                new OrganId(need(head, "organ")),
                one(head, "level", Standard.Level.values(), Standard.Level::code),
                one(head, "kind", PowerKind.values(), PowerKind::code),
                powers,
                superior.isEmpty() ? null : superior,
                new Standard.Statute(
                        new Article(need(law, "law"), need(law, "article")),
                        need(law, "phrase"),
                        law.at("conduct"),
                        one(law, "measure", Standard.Measure.values(), Standard.Measure::code),
                        law.at("base"),
                        range),
                factors,
                rows,
                head.all("ground")
                        .map(g ->
                                new Standard.Ground(
                                        need(g, "id"),
                                        one(g, "direction", Direction.values(), Direction::code),
                                        named(g),
                                        new Article(need(g, "law"), need(g, "article"))))
                        .toList());
    }

    private List<Factor> factors(DmnTree head) {
        var found = new ArrayList<Factor>();
        for (var f : head.children()) {
            var id = f.at("id");
            boolean quantity = f.name().equals("quantity");
            if (!quantity && !f.name().equals("choice")) {
                continue;
            }
            if (!ID.matcher(id).matches()
                    || DmnNames.RESERVED.contains(id)
                    || found.stream().anyMatch(o -> o.id().equals(id))) {
                fault(Code.ATTRIBUTE, f.place() + " id", id);
            }
            if (quantity) {
                var max = f.at("max");
                int decimals =
                        f.at("decimals").matches("[0-4]") ? Integer.parseInt(f.at("decimals")) : 0;
                found.add(
                        new Factor.Quantity(
                                id,
                                named(f),
                                f.at("unit"),
                                decimals,
                                number(f, "min"),
                                max.isEmpty() ? null : number(f, "max")));
            } else {
                found.add(
                        new Factor.Choice(
                                id,
                                named(f),
                                f.all("option")
                                        .map(o -> new Factor.Option(need(o, "id"), named(o)))
                                        .toList()));
            }
        }
        if (found.size() > MOST_FACTORS) {
            fault(Code.TOO_LARGE, head.place(), Integer.toString(found.size()));
        }
        return found;
    }

    private List<Standard.Row> rows(DmnTree head, DmnTree table, List<Factor> factors) {
        var policy = table.at("hitPolicy");
        if (!policy.isEmpty() && !policy.equals("UNIQUE")) {
            fault(Code.HIT_POLICY, table.place(), policy);
        }
        var inputs =
                table.all("input")
                        .map(i ->
                                i.all("inputExpression").findFirst().map(DmnTree::said).orElse(""))
                        .toList();
        var outputs = table.all("output").map(o -> o.at("name")).toList();
        if (!inputs.equals(factors.stream().map(Factor::id).toList())) {
            fault(Code.INPUT, table.place(), String.join(", ", inputs));
        }
        if (!outputs.equals(DmnNames.OUTPUTS)) {
            fault(Code.OUTPUT, table.place(), String.join(", ", outputs));
        }
        var rules = table.all("rule").toList();
        if (rules.size() > MOST_ROWS) {
            fault(Code.TOO_LARGE, table.place(), Integer.toString(rules.size()));
        }
        if (!faults.isEmpty()) {
            return List.of();
        }
        var names = new LinkedHashMap<String, Text>();
        head.all("row").forEach(r -> names.putIfAbsent(r.at("id"), named(r)));
        var found = new ArrayList<Standard.Row>();
        for (int i = 0; i < rules.size(); i++) {
            row(rules.get(i), i + 1, factors, names).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Standard.Row> row(
            DmnTree rule, int no, List<Factor> factors, java.util.Map<String, Text> names) {
        var cells = rule.all("inputEntry").map(DmnTree::said).toList();
        var out = rule.all("outputEntry").map(DmnTree::said).toList();
        if (cells.size() != factors.size() || out.size() != DmnNames.OUTPUTS.size()) {
            fault(Code.RESULT, "rule " + no, cells.size() + " + " + out.size());
            return Optional.empty();
        }
        var when = new LinkedHashMap<String, Cell>();
        for (int i = 0; i < factors.size(); i++) {
            var f = factors.get(i);
            var cell = UnaryTests.read(f, cells.get(i));
            if (cell.isEmpty()) {
                fault(Code.CELL, "rule " + no + ", " + f.name().zh(), cells.get(i));
            } else if (!(cell.get() instanceof Cell.Any)) {
                when.put(f.id(), cell.get());
            }
        }
        var id = UnaryTests.unquoted(out.get(0)).orElse("");
        var grade = UnaryTests.unquoted(out.get(1)).orElse("");
        var other = UnaryTests.unquoted(out.get(4));
        var band = band(out.get(2), out.get(3));
        if (id.isBlank() || grade.isBlank() || other.isEmpty() || band.isEmpty()) {
            fault(Code.RESULT, "rule " + no, String.join(" ", out));
            return Optional.empty();
        }
        return Optional.of(
                new Standard.Row(
                        id,
                        grade,
                        names.getOrDefault(id, Text.zh(id)),
                        when,
                        band.get().band(),
                        other.get()));
    }

    private record Both(@Nullable Band band) {}

    private static Optional<Both> band(String from, String to) {
        if (from.equals("null") && to.equals("null")) {
            return Optional.of(new Both(null));
        }
        return from.matches("\\d{1,15}") && to.matches("\\d{1,15}")
                ? Optional.of(new Both(new Band(Long.parseLong(from), Long.parseLong(to))))
                : Optional.empty();
    }

    private Text named(DmnTree e) {
        var en = e.at("en");
        return new Text(need(e, "zh"), en.isEmpty() ? null : en);
    }

    private String need(DmnTree e, String attribute) {
        var value = e.at(attribute);
        if (value.isEmpty() || value.length() > LONGEST) {
            fault(Code.ATTRIBUTE, e.place() + " " + e.name() + " " + attribute, value);
            return "?";
        }
        return value;
    }

    private long whole(DmnTree e, String attribute) {
        var value = e.at(attribute);
        if (!value.matches("\\d{1,15}")) {
            fault(Code.ATTRIBUTE, e.place() + " " + attribute, value);
            return 0;
        }
        return Long.parseLong(value);
    }

    private BigDecimal number(DmnTree e, String attribute) {
        var value = e.at(attribute);
        if (!value.matches("-?\\d{1,15}(\\.\\d{1,4})?")) {
            fault(Code.ATTRIBUTE, e.place() + " " + attribute, value);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(value);
    }

    private <T> T one(
            DmnTree e, String attribute, T[] values, java.util.function.Function<T, String> code) {
        var value = e.at(attribute);
        return Arrays.stream(values)
                .filter(v -> code.apply(v).equals(value))
                .findFirst()
                .orElseGet(() -> {
                    fault(Code.ATTRIBUTE, e.place() + " " + attribute, value);
                    return values[0];
                });
    }
}
