package org.guiju.app.performance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.app.performance.OwnWork;
import org.guiju.app.performance.application.OwnWorkDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// 个人办件统计页: one's own count over a span of days, with the steps behind it as a sheet.
@Controller
class OwnWorkPages {
    private static final String PATH = "/desk/performance";
    private static final int ON_THE_PAGE = 30;
    private static final List<String> COLUMNS =
            List.of("no", "matter", "step", "kind", "opened", "closed", "due", "kept", "late");
    private final OwnWorkDesk desk;
    private final Catalogue catalogue;
    private final OfficialClock clock;
    private final MessageSource messages;
    private final PageFrame frame;

    OwnWorkPages(
            OwnWorkDesk desk,
            Catalogue catalogue,
            OfficialClock clock,
            MessageSource messages,
            PageFrame frame) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.clock = clock;
        this.messages = messages;
        this.frame = frame;
    }

    /// 办结的一个环节, as the page and the sheet name it.
    ///
    /// @param kept `yes`, `no`, or `none` where the step had no limit
    record Line(
            String no,
            Text matter,
            Text step,
            String kind,
            LocalDate opened,
            LocalDate closed,
            @Nullable LocalDate due,
            String kept,
            boolean late) {}

    /// 牌.
    record CardLine(String no, String colour, Text step, LocalDate lastDay, String basis) {}

    /// 统计表, as a program reads it.
    record Body(
            LocalDate from,
            LocalDate until,
            int cases,
            List<OwnWork.Kind> kinds,
            InHandBody inHand,
            List<CardLine> cards,
            long cardCount,
            Map<String, Integer> ratings,
            List<Line> done) {}

    /// 在手.
    record InHandBody(int open, int soon, int overdue) {}

    @GetMapping(PATH)
    String page(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        var work = work(from, until);
        model.addAttribute("work", work);
        model.addAttribute("lines", lines(work).stream().limit(ON_THE_PAGE).toList());
        model.addAttribute("more", Math.max(0, work.done().size() - ON_THE_PAGE));
        model.addAttribute("cards", cards(work));
        model.addAttribute(
                "rated", work.ratings().values().stream().mapToInt(Integer::intValue).sum());
        return "performance/own";
    }

    /// One's own count: 403 for who is no officer; what is no day is taken for the first of this month, or for today.
    @GetMapping("/api/v1/performance")
    @ResponseBody
    Body api(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        var work = work(from, until);
        return new Body(
                work.from(),
                work.until(),
                work.cases(),
                work.kinds(),
                new InHandBody(work.inHand().open(), work.inHand().soon(), work.inHand().overdue()),
                cards(work),
                work.cardCount(),
                work.ratings(),
                lines(work));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        Download.csv(response, "own-work", export(work(from, until)));
    }

    @GetMapping(PATH + ".xlsx")
    void xlsx(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        Download.xlsx(response, "own-work", export(work(from, until)));
    }

    private OwnWork work(String from, String until) {
        var today = clock.today();
        var last = day(until, today);
        var first = day(from, today.withDayOfMonth(1));
        return first.isAfter(last)
                ? desk.of(officer(), last, first)
                : desk.of(officer(), first, last);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            return otherwise;
        }
    }

    private static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    private List<Line> lines(OwnWork work) {
        return work.done().stream()
                .map(d -> {
                    var row = d.row();
                    return new Line(
                            row.no(),
                            matter(row.power(), row.version()),
                            step(row.power(), row.version(), row.situation(), d.step()),
                            d.kind(),
                            d.opened(),
                            d.closed(),
                            d.due(),
                            d.due() == null ? "none" : d.overdue() ? "no" : "yes",
                            d.late());
                })
                .toList();
    }

    private List<CardLine> cards(OwnWork work) {
        return work.cards().stream()
                .map(c ->
                        new CardLine(
                                c.no(),
                                c.severity().code(),
                                anyStep(c.power(), c.powerVersion(), c.atStep()),
                                c.lastDay(),
                                c.basis()))
                .toList();
    }

    private Text matter(String power, int version) {
        return catalogue
                .version(power, version)
                .map(PowerDefinition::matter)
                .orElse(Text.zh(power));
    }

    private Text step(String power, int version, String situation, String step) {
        return catalogue
                .version(power, version)
                .flatMap(d -> d.situation(situation))
                .flatMap(s -> s.step(step))
                .map(s -> s.name())
                .orElse(Text.zh(step));
    }

    private Text anyStep(String power, int version, String step) {
        return catalogue.version(power, version).stream()
                .flatMap(d -> d.situations().stream())
                .flatMap(s -> s.step(step).stream())
                .map(s -> s.name())
                .findFirst()
                .orElse(Text.zh(step));
    }

    private Export export(OwnWork work) {
        var note =
                new Export.Note(
                        say("export.note"),
                        List.of(
                                new Export.Note.Line(
                                        say("performance.span"),
                                        work.from() + " – " + work.until()),
                                new Export.Note.Line(
                                        say("export.by"),
                                        CurrentUser.now()
                                                .map(CurrentUser::displayName)
                                                .orElse(""))));
        return new Export(
                say("performance.title"),
                COLUMNS.stream().map(c -> say("performance.col." + c)).toList(),
                lines(work).stream().map(this::cells),
                note);
    }

    private List<Cell> cells(Line line) {
        return List.of(
                Cell.of(line.no()),
                Cell.of(frame.say(line.matter())),
                Cell.of(frame.say(line.step())),
                Cell.of(say("editor.word." + line.kind())),
                Cell.of(line.opened()),
                Cell.of(line.closed()),
                line.due() == null ? Cell.of("") : Cell.of(line.due()),
                Cell.of(say("performance.kept." + line.kept())),
                Cell.of(line.late() ? say("performance.late.yes") : ""));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
