package org.guiju.app.linesystems.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.linesystems.application.ReportDesk;
import org.guiju.app.linesystems.application.ReportDesk.Report;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.formats.linesystems.ElementList;
import org.guiju.formats.linesystems.ElementList.Element;
import org.guiju.formats.linesystems.ElementList.Gap;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.formats.tables.TableWriter;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// 要素报送页: our own cases in the elements of the province, with what they lack.
@Controller
class ReportPages {
    private static final String PATH = "/desk/report-elements";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ReportDesk reports;
    private final LineDesk desk;
    private final LineAccess access;
    private final LineWords words;
    private final Allocation allocation;

    ReportPages(
            ReportDesk reports,
            LineDesk desk,
            LineAccess access,
            LineWords words,
            Allocation allocation) {
        this.reports = reports;
        this.desk = desk;
        this.access = access;
        this.words = words;
        this.allocation = allocation;
    }

    /// 所问: whose cases of which span.
    public record Asked(OrganId organ, LocalDate from, LocalDate until) {
        public String query() {
            return "organ=" + organ.value() + "&from=" + from + "&until=" + until;
        }
    }

    private Asked asked(Map<String, String> q, FormErrors errors) {
        var today = access.today();
        var from = day(q.get("from"), today.withDayOfMonth(1), "from", errors);
        var until = day(q.get("until"), today, "until", errors);
        var person = LineAccess.officer();
        var organ = access.organ(q.getOrDefault("organ", ""));
        return new Asked(organ.isEmpty() ? access.own(person) : new OrganId(organ), from, until);
    }

    private static LocalDate day(
            @Nullable String typed, LocalDate otherwise, String field, FormErrors errors) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException _) {
            errors.add(field, "linesystems.error.day");
            return otherwise;
        }
    }

    private Report report(Asked asked) {
        var organ = allocation.organ(asked.organ()).orElseThrow(LineAccess::missing);
        return reports.report(organ.id(), asked.from(), asked.until());
    }

    /// 缺漏汇总: an element that rows of a table lack.
    public record Lacking(
            String table, Element element, boolean missing, long rows, String first) {}

    @GetMapping(PATH)
    String page(@RequestParam Map<String, String> q, Model model) {
        var errors = new FormErrors();
        var asked = asked(q, errors);
        var report = report(asked);
        model.addAttribute("asked", asked);
        model.addAttribute("query", asked.query());
        model.addAttribute("report", report);
        model.addAttribute(
                "tables",
                ElementList.TABLES.stream().filter(t -> !report.rows(t).isEmpty()).toList());
        model.addAttribute("lacking", lacking(report.gaps()));
        model.addAttribute(
                "organs", desk.oversees(LineAccess.officer()) ? allocation.organs() : List.of());
        model.addAttribute("typed", q);
        model.addAttribute("words", words);
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "linesystems/report";
    }

    private static List<Lacking> lacking(List<Gap> gaps) {
        var all = new java.util.LinkedHashMap<String, Lacking>();
        for (var g : gaps) {
            all.merge(
                    g.table() + g.element().column() + g.missing(),
                    new Lacking(g.table(), g.element(), g.missing(), 1, g.caseNo()),
                    (a, b) ->
                            new Lacking(
                                    a.table(), a.element(), a.missing(), a.rows() + 1, a.first()));
        }
        return List.copyOf(all.values());
    }

    @GetMapping(PATH + "/{table:[A-Z_]+}.csv")
    void csv(
            @PathVariable String table,
            @RequestParam Map<String, String> q,
            HttpServletResponse response)
            throws IOException {
        if (!ElementList.TABLES.contains(table)) {
            throw LineAccess.missing();
        }
        var asked = asked(q, new FormErrors());
        var report = report(asked);
        Download.head(response, "text/csv;charset=UTF-8", table + ".csv");
        csv(table, report, response.getOutputStream());
    }

    static void csv(String table, Report report, OutputStream out) throws IOException {
        var columns = Report.columns(table);
        TableWriter.csv(
                out,
                new Export(
                        table,
                        columns,
                        report.rows(table).stream()
                                .map(row -> {
                                    var cells = new ArrayList<Cell>();
                                    columns.forEach(
                                            c -> cells.add(Cell.of(row.getOrDefault(c, ""))));
                                    return List.copyOf(cells);
                                }),
                        null));
    }

    @GetMapping(PATH + "/elements.json")
    void json(@RequestParam Map<String, String> q, HttpServletResponse response)
            throws IOException {
        var asked = asked(q, new FormErrors());
        var tables = tables(report(asked));
        Download.head(response, "application/json;charset=UTF-8", "elements.json");
        response.getOutputStream().write(JSON.writeValueAsBytes(tables));
    }

    /// Tables with the columns of the list, those without rows left out.
    static Map<String, List<Map<String, String>>> tables(Report report) {
        var tables = new java.util.LinkedHashMap<String, List<Map<String, String>>>();
        ElementList.TABLES.stream()
                .filter(t -> !report.rows(t).isEmpty())
                .forEach(t -> {
                    var columns = Report.columns(t);
                    tables.put(
                            t,
                            report.rows(t).stream()
                                    .map(row -> {
                                        var cells = new java.util.LinkedHashMap<String, String>();
                                        columns.forEach(c -> cells.put(c, row.getOrDefault(c, "")));
                                        return (Map<String, String>) cells;
                                    })
                                    .toList());
                });
        return tables;
    }
}
