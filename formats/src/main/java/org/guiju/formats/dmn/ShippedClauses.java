package org.guiju.formats.dmn;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.discretion.Cell;
import org.guiju.kernel.discretion.Factor;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.discretion.Standard.Measure;
import org.guiju.kernel.powers.Penalty.Band;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;

/// 随版本提供的条款: penalty clauses with the band of the law, each as a draft that an organ begins from; and the tiers that were
/// seen published elsewhere. Nothing of it binds anybody until an organ has taken it through its own course.
public final class ShippedClauses {
    private static final List<Clause> CLAUSES = clauses();
    private static final List<Tier> TIERS =
            read("tiers.csv").stream()
                    .map(r ->
                            new Tier(
                                    r.getField("legal_basis"),
                                    r.getField("conduct"),
                                    r.getField("tier"),
                                    r.getField("condition"),
                                    band(r, "fine_min_yuan", "fine_max_yuan"),
                                    band(r, "multiple_min", "multiple_max"),
                                    r.getField("per_unit"),
                                    r.getField("other")))
                    .toList();

    private ShippedClauses() {}

    /// 条款 with its conduct.
    ///
    /// @param code under which its draft stands
    public record Clause(
            String code, String agency, String version, String conduct, Standard.Statute statute) {}

    /// 已见档次: a tier as some organ published it; figures in hundredths.
    public record Tier(
            String basis,
            String conduct,
            String tier,
            String condition,
            Optional<Band> fine,
            Optional<Band> multiple,
            String unit,
            String other) {}

    public static List<Clause> all() {
        return CLAUSES;
    }

    public static List<Tier> tiers() {
        return TIERS;
    }

    private static List<Clause> clauses() {
        var found = new ArrayList<Clause>();
        for (var r : read("clauses.csv")) {
            var fine = band(r, "fine_min_yuan", "fine_max_yuan");
            var multiple = band(r, "multiple_min", "multiple_max");
            var item = r.getField("item");
            var number =
                    r.getField("article")
                            + "第"
                            + "零一二三四五".charAt(Integer.parseInt(r.getField("paragraph")))
                            + "款"
                            + (item.isEmpty() ? "" : "第" + item + "项");
            found.add(
                    new Clause(
                            "GJ-CL-%02d".formatted(found.size() + 1),
                            r.getField("agency_kind"),
                            r.getField("version"),
                            r.getField("conduct_or_item").replaceAll("[；。]$", ""),
                            new Standard.Statute(
                                    new Article(r.getField("statute"), number),
                                    r.getField("fine_phrase"),
                                    "",
                                    multiple.isPresent() ? Measure.MULTIPLE : Measure.AMOUNT,
                                    r.getField("multiple_base"),
                                    multiple.or(() -> fine).orElseThrow())));
        }
        return List.copyOf(found);
    }

    private static Optional<Band> band(NamedCsvRecord r, String from, String to) {
        var low = r.getField(from);
        var high = r.getField(to);
        return low.isEmpty() && high.isEmpty()
                ? Optional.empty()
                : Optional.of(new Band(hundredths(low), hundredths(high)));
    }

    private static long hundredths(String n) {
        return n.isEmpty() ? 0 : new BigDecimal(n).movePointRight(2).longValueExact();
    }

    private static List<NamedCsvRecord> read(String name) {
        var in = ShippedClauses.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("not shipped: " + name);
        }
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// 草稿: the clause as a table that an organ goes on from. Where tiers are known for it they are taken; else 从轻、一般、从重
    /// by the lower 30 and the upper 30 per cent of the band (国市监法规〔2022〕2号).
    public static Standard draft(Clause clause, String code, OrganId organ) {
        var law = clause.statute().article();
        if (law.number().startsWith("第三十一条第一款第一项") && law.law().startsWith("互联网")) {
            return built(clause, code, organ, List.of(TIMES), afterHours());
        }
        return built(clause, code, organ, List.of(GRAVITY), thirds(clause.statute()));
    }

    private static final Factor.Quantity TIMES =
            new Factor.Quantity(
                    "times",
                    new Text("一年内第几次", "Which time within a year"),
                    "次",
                    0,
                    BigDecimal.ONE,
                    null);

    private static final Factor.Choice GRAVITY =
            new Factor.Choice(
                    "gravity",
                    new Text("情节", "Gravity"),
                    List.of(
                            new Factor.Option(
                                    "lighter", new Text("具有从轻情形", "A circumstance for lighter")),
                            new Factor.Option("ordinary", new Text("没有从轻、从重情形", "Neither")),
                            new Factor.Option(
                                    "heavier", new Text("具有从重情形", "A circumstance for heavier"))));

    private static List<Standard.Row> afterHours() {
        return List.of(
                row("1", "slight", new Text("轻微", "Slight"), times(1, 2), Optional.empty(), "警告"),
                row("2", "ordinary", new Text("一般", "Ordinary"), times(2, 3), yuan(0, 3000), "警告"),
                row("3", "serious", new Text("较重", "Serious"), times(3, 4), yuan(3000, 8000), ""),
                row("4", "grave", new Text("严重", "Grave"), times(4, 5), yuan(8000, 15000), ""),
                row(
                        "5",
                        "gravest",
                        new Text("特别严重", "Gravest"),
                        Map.of("times", Cell.from(BigDecimal.valueOf(5))),
                        Optional.empty(),
                        "责令停业整顿15日以上，直至吊销许可证"));
    }

    private static Map<String, Cell> times(int from, int below) {
        return Map.of("times", Cell.between(BigDecimal.valueOf(from), BigDecimal.valueOf(below)));
    }

    private static Optional<Band> yuan(long from, long to) {
        return Optional.of(new Band(from * 100, to * 100));
    }

    private static List<Standard.Row> thirds(Standard.Statute law) {
        var range = Optional.ofNullable(law.range()).orElseThrow();
        long low = range.from() + range.width() * 3 / 10;
        long high = range.to() - range.width() * 3 / 10;
        return List.of(
                gravity("1", "lighter", new Text("从轻", "Lighter"), new Band(range.from(), low)),
                gravity("2", "ordinary", new Text("一般", "Ordinary"), new Band(low, high)),
                gravity("3", "heavier", new Text("从重", "Heavier"), new Band(high, range.to())));
    }

    private static Standard.Row gravity(String id, String grade, Text name, Band band) {
        return row(
                id,
                grade,
                name,
                Map.of("gravity", new Cell.OneOf(List.of(grade))),
                Optional.of(band),
                "");
    }

    private static Standard.Row row(
            String id,
            String grade,
            Text name,
            Map<String, Cell> when,
            Optional<Band> band,
            String other) {
        return new Standard.Row(id, grade, name, when, band.orElse(null), other);
    }

    private static Standard built(
            Clause clause,
            String code,
            OrganId organ,
            List<Factor> factors,
            List<Standard.Row> rows) {
        return new Standard(
                code,
                Text.zh(clause.conduct()),
                organ,
                Standard.Level.COUNTY,
                PowerKind.PENALTY,
                List.of(),
                null,
                clause.statute(),
                factors,
                rows,
                List.of());
    }
}
