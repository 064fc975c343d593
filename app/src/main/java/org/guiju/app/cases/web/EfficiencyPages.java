package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// 办理效能: one's own organ's powers, or every organ's for who supervises, over a span of days; page, sheet and API.
@Controller
class EfficiencyPages {
    private final EfficiencyReport report;
    private final DeskQueue queue;
    private final DeskWords words;
    private final PageFrame frame;
    private final OfficialClock clock;

    EfficiencyPages(
            EfficiencyReport report,
            DeskQueue queue,
            DeskWords words,
            PageFrame frame,
            OfficialClock clock) {
        this.report = report;
        this.queue = queue;
        this.words = words;
        this.frame = frame;
        this.clock = clock;
    }

    /// 期间; what is no day is taken for the beginning of this year, or for today.
    record Span(LocalDate from, LocalDate until) {}

    private Span span(String from, String until) {
        var today = clock.today();
        var last = day(until, today);
        var first = day(from, today.withDayOfYear(1));
        return first.isAfter(last) ? new Span(last, first) : new Span(first, last);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            return otherwise;
        }
    }

    @GetMapping("/desk/efficiency")
    String page(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        var span = span(from, until);
        model.addAttribute("span", span);
        model.addAttribute("rows", rows(DeskAccess.officer(), span));
        return "desk/efficiency";
    }

    @GetMapping("/api/v1/efficiency")
    @ResponseBody
    List<EfficiencyReport.Row> api(
            CurrentUser user,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        if (!user.officer()) {
            throw new AccessDeniedException("the report is for officers");
        }
        return rows(user, span(from, until));
    }

    @GetMapping("/desk/efficiency.csv")
    void csv(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        Download.csv(response, "efficiency", export(span(from, until)));
    }

    @GetMapping("/desk/efficiency.xlsx")
    void xlsx(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        Download.xlsx(response, "efficiency", export(span(from, until)));
    }

    private List<EfficiencyReport.Row> rows(CurrentUser user, Span span) {
        return report.of(queue.organ(user), span.from(), span.until());
    }

    private static final List<String> COLUMNS =
            List.of(
                    "power",
                    "situation",
                    "decided",
                    "days",
                    "limit",
                    "share",
                    "over",
                    "supplements",
                    "visits",
                    "steps",
                    "fee");

    private Export export(Span span) {
        var user = DeskAccess.officer();
        Stream<List<Cell>> rows = rows(user, span).stream().map(this::cells);
        var note =
                new Export.Note(
                        words.say("export.note"),
                        List.of(
                                new Export.Note.Line(
                                        words.say("efficiency.span"),
                                        span.from() + " – " + span.until()),
                                new Export.Note.Line(
                                        words.say("export.at"), frame.moment(clock.now())),
                                new Export.Note.Line(words.say("export.by"), user.displayName())));
        return new Export(
                words.say("efficiency.title"),
                COLUMNS.stream().map(c -> words.say("efficiency." + c)).toList(),
                rows,
                note);
    }

    private List<Cell> cells(EfficiencyReport.Row row) {
        var limit =
                row.limit() == null
                        ? ""
                        : row.limit() + " " + words.say("portal.unit." + row.unit());
        return List.of(
                Cell.of(words.text(row.matter())),
                Cell.of(words.text(row.situation())),
                Cell.of(row.decided()),
                Cell.of(Double.toString(row.days())),
                Cell.of(limit),
                Cell.of(row.share() + "%"),
                Cell.of(row.over()),
                Cell.of(row.supplements()),
                Cell.of(Double.toString(row.visits())),
                Cell.of(row.steps()),
                Cell.of(row.fen() == null ? "" : BigDecimal.valueOf(row.fen(), 2).toPlainString()));
    }
}
