package org.guiju.app.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.calendar.application.LoadCalendar;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.formats.calendar.CalendarEditions;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.formats.calendar.EditionReading;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 工作日历页: the notices that days are counted by, the years that still lack one, a new notice, and a calculator that anyone can
/// check by hand.
@Controller
@RequestMapping("/catalog/calendar")
class CalendarPages {
    private static final String CLERK = "calendar-clerk";

    /// The rule of counting itself: the calculator is told of no other law.
    private static final Article COUNTING = new Article("民法典", "第二百零一条");

    private final Calendars calendars;
    private final LoadCalendar load;
    private final Clerks clerks;
    private final OfficialClock clock;

    CalendarPages(Calendars calendars, LoadCalendar load, Clerks clerks, OfficialClock clock) {
        this.calendars = calendars;
        this.load = load;
        this.clerks = clerks;
        this.clock = clock;
    }

    /// 年份行.
    ///
    /// @param edition null where no notice is known: the year is provisional
    /// @param counts whether the year is counted by this edition
    record Row(int year, @Nullable CalendarEdition edition, boolean counts, List<String> papers) {}

    @GetMapping
    String calendar(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "working-day") String unit,
            Model model) {
        officer();
        if (!day.isEmpty() || !n.isEmpty()) {
            calculate(day, n, unit, model);
        }
        return page(day, n, unit, "", model);
    }

    private void calculate(String day, String n, String unit, Model model) {
        var errors = new FormErrors();
        var from = day(day);
        if (from.isEmpty()) {
            errors.add("day", "catalog.calendar.error.day");
        }
        var figure = Normalizer.normalize(n, Normalizer.Form.NFKC).strip();
        int count = figure.matches("[0-9]{1,4}") ? Integer.parseInt(figure) : 0;
        if (count < 1 || count > Limit.MAX) {
            errors.add("n", "catalog.calendar.error.n", Integer.toString(Limit.MAX));
        }
        var counted = LimitUnit.parse(unit);
        if (counted.isEmpty()) {
            errors.add("unit", "catalog.calendar.error.unit");
        }
        if (errors.any()) {
            model.addAttribute("errors", errors);
            return;
        }
        var limit = new Limit(count, counted.orElseThrow(), COUNTING);
        var derivation =
                TimeLimits.lastDay(calendars.current(), from.orElseThrow(), limit, List.of());
        model.addAttribute("derivation", derivation);
        model.addAttribute(
                "derived",
                new Text(DerivationWords.zh(derivation), DerivationWords.en(derivation)));
    }

    @PostMapping
    String upload(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var user = officer();
        if (!clerks.holds(user.person(), CLERK)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("needed", clerks.needed(CLERK));
            return "catalog/organs-refused";
        }
        var json =
                file == null || file.isEmpty()
                        ? text
                        : new String(file.getBytes(), StandardCharsets.UTF_8);
        if (json.isBlank()) {
            return again(
                    json,
                    new FormErrors().add("file", "catalog.calendar.error.nothing"),
                    model,
                    response);
        }
        return switch (CalendarEditions.parse(json)) {
            case EditionReading.Rejected(var problems) -> {
                model.addAttribute("problems", problems);
                yield again(
                        json,
                        new FormErrors()
                                .add("text", "catalog.calendar.error.problems", problems.size()),
                        model,
                        response);
            }
            case EditionReading.Read(var edition) -> {
                var errors = unfit(edition);
                if (errors.any()) {
                    yield again(json, errors, model, response);
                }
                var stamp = Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
                boolean fresh = !load.load(List.of(edition), stamp).isEmpty();
                flash.addFlashAttribute(
                        "notice",
                        Notice.done(
                                fresh ? "catalog.calendar.loaded" : "catalog.calendar.known",
                                edition.id()));
                yield "redirect:/catalog/calendar";
            }
        };
    }

    /// A notice that is not out yet settles nothing, and a notice once loaded is only ever followed by a later edition.
    private FormErrors unfit(CalendarEdition edition) {
        var errors = new FormErrors();
        if (edition.published().isAfter(clock.today())) {
            errors.add("text", "catalog.calendar.error.ahead", edition.published().toString());
        }
        if (!edition.papers().stream().allMatch(p -> p.matches("[!-~]{1,500}"))) {
            errors.add("text", "catalog.calendar.error.papers");
        }
        calendars.editions().stream()
                .filter(e -> e.id().equals(edition.id()))
                .filter(e ->
                        !e.restDays().equals(edition.restDays())
                                || !e.workDays().equals(edition.workDays()))
                .findFirst()
                .ifPresent(e -> errors.add("text", "catalog.calendar.error.other", e.id()));
        return errors;
    }

    private String again(
            String json, FormErrors errors, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        return page("", "", "working-day", json, model);
    }

    private String page(String day, String n, String unit, String json, Model model) {
        model.addAttribute("rows", rows());
        model.addAttribute("day", day.isEmpty() ? clock.today().toString() : day);
        model.addAttribute("n", n);
        model.addAttribute("unit", unit);
        model.addAttribute("units", LimitUnit.values());
        model.addAttribute("json", json);
        model.addAttribute("mayLoad", clerks.holds(officer().person(), CLERK));
        return "catalog/calendar";
    }

    /// The newest year first; this year and the next have a row with or without a notice.
    private List<Row> rows() {
        var editions = calendars.editions();
        var calendar = calendars.current();
        int thisYear = clock.today().getYear();
        var rows = new ArrayList<Row>();
        for (int year = thisYear; year <= thisYear + 1; year++) {
            if (!calendar.isPublished(year)) {
                rows.add(new Row(year, null, false, List.of()));
            }
        }
        for (var e : editions) {
            boolean counts = calendar.editionOf(e.year()).filter(e.id()::equals).isPresent();
            var papers =
                    e.papers().stream()
                            .filter(p -> p.startsWith("https://") || p.startsWith("http://"))
                            .toList();
            rows.add(new Row(e.year(), e, counts, papers));
        }
        rows.sort(Comparator.comparingInt(Row::year).reversed());
        return rows;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
            var day = LocalDate.parse(plain.replace('/', '-').replace('.', '-'));
            return Optional.of(day).filter(d -> d.getYear() >= 2000 && d.getYear() <= 2100);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
