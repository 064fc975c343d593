package org.guiju.app.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.application.DiscretionDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.dmn.DmnWriter;
import org.guiju.kernel.discretion.Cell;
import org.guiju.kernel.discretion.Course.Step;
import org.guiju.kernel.discretion.Factor;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;

/// 示例裁量基准: the occupation of a road, with the grades that the text of the power names; digging one up has none yet, which the
/// report shows.
@Component
class DemoDiscretion {
    private static final String CODE = "QL-CG-CL-0001";
    private static final Cell FIRST = Cell.between(n(1), n(2));
    private static final Cell QUIET = new Cell.OneOf(List.of("none"));
    private final DiscretionDesk desk;
    private final Standards standards;
    private final Catalogue catalogue;

    DemoDiscretion(DiscretionDesk desk, Standards standards, Catalogue catalogue) {
        this.desk = desk;
        this.standards = standards;
        this.catalogue = catalogue;
    }

    void make(LocalDate since, LocalDate today) {
        if (!standards.versions(CODE).isEmpty()) {
            return;
        }
        catalogue.allInForce(today).stream()
                .filter(p ->
                        p.organ().equals(DemoPeople.CHENGGUAN) && p.kind() == PowerKind.PENALTY)
                .filter(p -> p.penalty() != null && p.penalty().violation("occupy").isPresent())
                .findFirst()
                .ifPresent(p -> publish(p, since));
    }

    private void publish(PowerDefinition power, LocalDate since) {
        var standard = standard(power);
        step(standard, Step.DRAFT, "xiahouwen", since);
        step(standard, Step.REVIEW, "jiangning", since);
        step(standard, Step.SUBMIT, "duguqing", since);
        step(standard, Step.APPROVE, "niezhiyuan", since);
    }

    private void step(Standard standard, Step step, String username, LocalDate day) {
        var by = DemoPeople.id(username);
        var key = ("demo-discretion:" + step).getBytes(StandardCharsets.UTF_8);
        var command = UUID.nameUUIDFromBytes(key);
        var at = day.atTime(LocalTime.of(9, 0)).atZone(OfficialClock.ZONE).toInstant();
        var refusals =
                desk.act(
                        by,
                        standard,
                        step,
                        step == Step.DRAFT ? DmnWriter.write(standard) : "",
                        step == Step.APPROVE ? day : null,
                        command,
                        Stamp.own(at, by.value(), command));
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("the demo's standard is refused: " + refusals);
        }
    }

    private static Standard standard(PowerDefinition power) {
        var violation =
                power.penalty() == null ? null : power.penalty().violation("occupy").orElse(null);
        if (violation == null) {
            throw new IllegalStateException("the road penalty names no occupation");
        }
        var basis = power.basis(violation.sanction()).orElseThrow();
        return new Standard(
                CODE,
                new Text(
                        "擅自占用城市道路行政处罚裁量基准",
                        "Discretion standard: occupying a city road without leave"),
                DemoPeople.CHENGGUAN,
                Standard.Level.COUNTY,
                PowerKind.PENALTY,
                List.of(power.code().value()),
                null,
                new Standard.Statute(
                        basis.article(),
                        "可以处以2万元以下的罚款",
                        violation.id(),
                        Standard.Measure.AMOUNT,
                        "",
                        violation.fine()),
                factors(),
                rows(violation),
                List.of());
    }

    private static List<Factor> factors() {
        return List.of(
                new Factor.Quantity(
                        "area",
                        new Text("占用面积", "Area occupied (m²)"),
                        "平方米",
                        2,
                        BigDecimal.ZERO,
                        null),
                new Factor.Quantity(
                        "times",
                        new Text("一年内第几次", "Which time within a year"),
                        "次",
                        0,
                        BigDecimal.ONE,
                        null),
                new Factor.Choice(
                        "correction",
                        new Text("改正情况", "Correction"),
                        List.of(
                                new Factor.Option("same-day", new Text("责令后当日改正", "The same day")),
                                new Factor.Option(
                                        "late", new Text("责令后逾期一日以上改正", "A day late or more")))),
                new Factor.Choice(
                        "harm",
                        new Text("危害后果", "Consequence"),
                        List.of(
                                new Factor.Option(
                                        "none", new Text("没有造成交通中断", "Traffic not stopped")),
                                new Factor.Option(
                                        "stopped", new Text("造成交通中断", "Traffic stopped")))));
    }

    private static List<Standard.Row> rows(Penalty.Violation v) {
        var small = Cell.below(n(5));
        return List.of(
                row(
                        v,
                        "1",
                        "slight",
                        Map.of(
                                "area",
                                small,
                                "times",
                                FIRST,
                                "correction",
                                new Cell.OneOf(List.of("same-day")),
                                "harm",
                                QUIET)),
                row(
                        v,
                        "2",
                        "ordinary",
                        Map.of(
                                "area",
                                small,
                                "times",
                                FIRST,
                                "correction",
                                new Cell.OneOf(List.of("late")),
                                "harm",
                                QUIET)),
                row(
                        v,
                        "3",
                        "ordinary",
                        Map.of("area", Cell.between(n(5), n(30)), "times", FIRST, "harm", QUIET)),
                row(
                        v,
                        "4",
                        "serious",
                        Map.of("area", Cell.between(n(30), n(100)), "times", FIRST, "harm", QUIET)),
                row(
                        v,
                        "5",
                        "serious",
                        Map.of(
                                "area",
                                Cell.below(n(100)),
                                "times",
                                Cell.between(n(2), n(3)),
                                "harm",
                                QUIET)),
                row(
                        v,
                        "6",
                        "grave",
                        Map.of(
                                "area",
                                Cell.from(n(100)),
                                "times",
                                Cell.between(n(1), n(3)),
                                "harm",
                                QUIET)),
                row(v, "7", "grave", Map.of("times", Cell.from(n(3)), "harm", QUIET)),
                row(v, "8", "grave", Map.of("harm", new Cell.OneOf(List.of("stopped")))));
    }

    private static Standard.Row row(
            Penalty.Violation v, String id, String grade, Map<String, Cell> when) {
        var g = v.grade(grade).orElseThrow();
        return new Standard.Row(id, grade, g.name(), when, g.fine(), "");
    }

    private static BigDecimal n(int n) {
        return BigDecimal.valueOf(n);
    }
}
