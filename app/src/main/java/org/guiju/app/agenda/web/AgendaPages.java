package org.guiju.app.agenda.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.guiju.app.agenda.AgendaEntry;
import org.guiju.app.agenda.MonthSheet;
import org.guiju.app.agenda.application.Agenda;
import org.guiju.app.agenda.application.Agenda.Scope;
import org.guiju.app.agenda.application.AgendaFeed;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.shared.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 日程页: a month as a table, a month or a week as a list; one's own or one's organ's; with one's last days or without.
@Controller
class AgendaPages {
    private static final String PATH = "/desk/calendar";
    private static final List<String> VIEWS = List.of("month", "list", "week");
    private static final int WEEK = 7;
    private final Agenda agenda;
    private final AgendaFeed feed;
    private final Calendars calendars;
    private final Allocation allocation;
    private final OfficialClock clock;

    AgendaPages(
            Agenda agenda,
            AgendaFeed feed,
            Calendars calendars,
            Allocation allocation,
            OfficialClock clock) {
        this.agenda = agenda;
        this.feed = feed;
        this.calendars = calendars;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 一天.
    ///
    /// @param in whether it belongs to what is shown, and does not merely fill its week
    /// @param mark `rest` for a weekday that a notice makes free, `work` for a day of the weekend that is worked, `weekend`, or `none`
    record Day(
            LocalDate day,
            boolean in,
            boolean today,
            String mark,
            List<Shown> gatherings,
            List<Shown> dues) {
        public boolean empty() {
            return gatherings.isEmpty() && dues.isEmpty();
        }

        /// Whether the day differs from an ordinary one.
        public boolean marked() {
            return mark.equals("rest") || mark.equals("work");
        }
    }

    /// 一项, with the names of who has to be there.
    record Shown(AgendaEntry entry, List<String> names) {}

    /// What the address asks for; what it asks for in vain is what is usual.
    private record Asked(LocalDate day, String view, Scope scope, boolean dues) {
        boolean week() {
            return view.equals("week");
        }

        String label() {
            var days = MonthSheet.week(day);
            return week()
                    ? days.getFirst() + " – " + days.getLast()
                    : YearMonth.from(day).toString();
        }

        Asked moved(int by) {
            var other =
                    week() ? day.plusDays((long) by * WEEK) : day.withDayOfMonth(1).plusMonths(by);
            return new Asked(other, view, scope, dues);
        }

        String on() {
            return week() ? day.toString() : YearMonth.from(day).toString();
        }

        boolean shows(LocalDate other) {
            return week() || YearMonth.from(other).equals(YearMonth.from(day));
        }
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "month") String view,
            @RequestParam(defaultValue = "own") String scope,
            @RequestParam(defaultValue = "shown") String dues,
            Model model) {
        var me = officer();
        var asked =
                new Asked(
                        MonthSheet.day(on, clock.today()),
                        VIEWS.contains(view) ? view : VIEWS.getFirst(),
                        Scope.ofCode(scope).orElse(Scope.OWN),
                        !dues.equals("hidden"));
        var weeks =
                asked.week()
                        ? List.of(MonthSheet.week(asked.day()))
                        : MonthSheet.weeks(YearMonth.from(asked.day()));
        var entries =
                agenda.of(
                        me, asked.scope(), weeks.getFirst().getFirst(), weeks.getLast().getLast());
        var sheet =
                weeks.stream()
                        .map(w -> w.stream().map(d -> day(d, asked, entries)).toList())
                        .toList();
        model.addAttribute("label", asked.label());
        model.addAttribute("on", asked.on());
        model.addAttribute("previous", asked.moved(-1).on());
        model.addAttribute("next", asked.moved(1).on());
        model.addAttribute("week", asked.week());
        model.addAttribute("view", asked.view());
        model.addAttribute("views", VIEWS);
        model.addAttribute("scope", asked.scope().code());
        model.addAttribute("scopes", Stream.of(Scope.values()).map(Scope::code).toList());
        model.addAttribute("dues", asked.dues() ? "shown" : "hidden");
        model.addAttribute("weeks", sheet);
        model.addAttribute(
                "days",
                sheet.stream()
                        .flatMap(List::stream)
                        .filter(d -> d.in() && (asked.week() || !d.empty() || d.marked()))
                        .toList());
        model.addAttribute(
                "nothing",
                sheet.stream().flatMap(List::stream).allMatch(d -> !d.in() || d.empty()));
        model.addAttribute("madeAt", feed.madeAt(me).orElse(null));
        return "agenda/sheet";
    }

    private Day day(LocalDate day, Asked asked, List<AgendaEntry> entries) {
        var its = entries.stream().filter(e -> e.day().equals(day)).toList();
        return new Day(
                day,
                asked.shows(day),
                day.equals(clock.today()),
                MonthSheet.mark(day, calendars.current()::isWorkingDay).code(),
                its.stream().filter(AgendaEntry::gathering).map(this::shown).toList(),
                asked.dues()
                        ? its.stream().filter(e -> !e.gathering()).map(this::shown).toList()
                        : List.of());
    }

    private Shown shown(AgendaEntry e) {
        boolean few = e.kind().equals("hearing") || e.kind().equals("visit");
        return new Shown(
                e, few ? e.persons().stream().map(allocation::nameOf).toList() : List.of());
    }

    @PostMapping(PATH + "/feed")
    String make(RedirectAttributes flash) {
        flash.addFlashAttribute("address", feed.make(officer()));
        return "redirect:" + PATH + "#feed";
    }

    @PostMapping(PATH + "/feed/revoke")
    String revoke(RedirectAttributes flash) {
        feed.revoke(officer());
        flash.addFlashAttribute("notice", Notice.done("agenda.feed.revoked"));
        return "redirect:" + PATH;
    }

    private static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
