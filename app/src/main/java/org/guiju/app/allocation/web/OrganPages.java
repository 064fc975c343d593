package org.guiju.app.allocation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 机构岗位页: who holds which post, and 外出公示 with the deputy that B49 asks for. An absence without a deputy is refused: work
/// would stand still, and nobody would be answerable for it.
@Controller
@RequestMapping("/catalog/organs")
class OrganPages {
    private static final String CLERK = "catalogue-clerk";

    private final Allocation allocation;
    private final Appointments appointments;
    private final Clerks clerks;
    private final CommandGate gate;
    private final OfficialClock clock;

    OrganPages(
            Allocation allocation,
            Appointments appointments,
            Clerks clerks,
            CommandGate gate,
            OfficialClock clock) {
        this.allocation = allocation;
        this.appointments = appointments;
        this.clerks = clerks;
        this.gate = gate;
        this.clock = clock;
    }

    /// 外出: until when, and who stands in.
    record Away(LocalDate from, LocalDate until, String deputy, boolean now) {}

    /// 人员行.
    record Row(
            Officer officer,
            String section,
            List<String> roles,
            List<Roster.Qualification> qualifications,
            List<Away> away) {}

    /// 机关与人员.
    ///
    /// @param own whether the reader serves there
    record Staffed(Organ organ, @Nullable Organ parent, List<Row> rows, boolean own) {}

    /// 一类机关.
    record Group(Organ.Kind kind, List<Staffed> organs) {}

    /// What the form of an absence was sent with.
    record Form(String person, String deputy, String from, String until) {}

    @GetMapping
    String organs(Model model) {
        var today = clock.today();
        return page(new Form(officer().person().value(), "", today.toString(), ""), model);
    }

    @PostMapping("/absences")
    String absent(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam UUID command,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        var form = new Form(person, deputy, from, until);
        var errors = new FormErrors();
        var away = known(person);
        if (away.isPresent() && !mayTellFor(user.person(), away.get())) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("needed", clerks.needed(CLERK, away.get().organ()));
            return "catalog/organs-refused";
        }
        var absence = absence(form, away, errors);
        if (absence.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return page(form, model);
        }
        var organ = away.orElseThrow().organ();
        var told = absence.get();
        var body = told.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        gate.once(
                command,
                user.person().value(),
                body,
                () -> {
                    if (!allocation.roster().absences().contains(told)) {
                        appointments.absent(
                                organ,
                                told,
                                Stamp.own(clock.now(), user.person().value(), command));
                    }
                    return "told";
                });
        flash.addFlashAttribute(
                "notice",
                Notice.done(
                        "catalog.organs.absence.done",
                        allocation.nameOf(told.person()),
                        told.from().toString(),
                        told.until().toString(),
                        allocation.nameOf(told.deputy())));
        return "redirect:/catalog/organs";
    }

    private Optional<Roster.Absence> absence(Form form, Optional<Officer> away, FormErrors errors) {
        var today = clock.today();
        if (away.isEmpty()) {
            errors.add("person", "catalog.organs.error.person");
        }
        var deputy = known(form.deputy());
        if (form.deputy().isBlank()) {
            errors.add("deputy", "catalog.organs.error.noDeputy");
        } else if (deputy.isEmpty()) {
            errors.add("deputy", "catalog.organs.error.deputy");
        } else if (form.deputy().equals(form.person())) {
            errors.add("deputy", "catalog.organs.error.deputySelf");
        } else if (away.isPresent() && !deputy.get().organ().equals(away.get().organ())) {
            errors.add("deputy", "catalog.organs.error.deputyElsewhere");
        }
        var from = day(form.from());
        var until = day(form.until());
        if (from.isEmpty()) {
            errors.add("from", "catalog.organs.error.date");
        } else if (from.get().isBefore(today)) {
            errors.add("from", "catalog.organs.error.past", today.toString());
        }
        if (until.isEmpty()) {
            errors.add("until", "catalog.organs.error.date");
        } else if (from.isPresent() && until.get().isBefore(from.get())) {
            errors.add("until", "catalog.organs.error.order");
        } else if (from.isPresent() && until.get().isAfter(from.get().plusYears(1))) {
            errors.add("until", "catalog.organs.error.long");
        }
        if (errors.any()) {
            return Optional.empty();
        }
        var told =
                new Roster.Absence(
                        away.orElseThrow().person(),
                        deputy.orElseThrow().person(),
                        from.orElseThrow(),
                        until.orElseThrow());
        clashes(told, errors);
        return errors.any() ? Optional.empty() : Optional.of(told);
    }

    /// Nobody is away twice, and nobody stands in while he is away himself. What was told already may be told again.
    private void clashes(Roster.Absence told, FormErrors errors) {
        var all = allocation.roster().absences();
        if (all.contains(told)) {
            return;
        }
        if (all.stream().anyMatch(a -> a.person().equals(told.person()) && overlap(a, told))) {
            errors.add("from", "catalog.organs.error.already");
        }
        if (all.stream().anyMatch(a -> a.person().equals(told.deputy()) && overlap(a, told))) {
            errors.add("deputy", "catalog.organs.error.deputyAway");
        }
        if (all.stream().anyMatch(a -> a.deputy().equals(told.person()) && overlap(a, told))) {
            errors.add("person", "catalog.organs.error.standingIn");
        }
    }

    private static boolean overlap(Roster.Absence a, Roster.Absence b) {
        return !a.from().isAfter(b.until()) && !b.from().isAfter(a.until());
    }

    private boolean mayTellFor(PersonId user, Officer away) {
        return away.person().equals(user) || clerks.holds(user, CLERK, away.organ());
    }

    private Optional<Officer> known(String person) {
        return allocation.organs().stream()
                .flatMap(o -> allocation.officers(o.id()).stream())
                .filter(o -> o.person().value().equals(person))
                .findFirst();
    }

    private String page(Form form, Model model) {
        var user = officer();
        var roster = allocation.roster();
        var organs =
                allocation.organs().stream().map(o -> staffed(o, user.person(), roster)).toList();
        var all = organs.stream().flatMap(o -> o.rows().stream()).map(Row::officer).toList();
        model.addAttribute(
                "groups",
                Stream.of(Organ.Kind.values())
                        .map(k ->
                                new Group(
                                        k,
                                        organs.stream()
                                                .filter(s -> s.organ().kind() == k)
                                                .toList()))
                        .filter(g -> !g.organs().isEmpty())
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute(
                "tellable", all.stream().filter(o -> mayTellFor(user.person(), o)).toList());
        var own =
                all.stream()
                        .filter(o -> o.person().equals(user.person()))
                        .map(Officer::organ)
                        .findFirst();
        model.addAttribute(
                "deputies",
                all.stream().filter(o -> own.filter(o.organ()::equals).isPresent()).toList());
        return "catalog/organs";
    }

    private Staffed staffed(Organ organ, PersonId reader, Roster roster) {
        var officers = allocation.officers(organ.id());
        var today = clock.today();
        return new Staffed(
                organ,
                organ.parent() == null ? null : allocation.organ(organ.parent()).orElse(null),
                officers.stream().map(p -> row(p, roster, today)).toList(),
                officers.stream().anyMatch(p -> p.person().equals(reader)));
    }

    private Row row(Officer officer, Roster roster, LocalDate today) {
        var held = roster.of(officer.person(), today);
        var away =
                roster.absences().stream()
                        .filter(a ->
                                a.person().equals(officer.person()) && !a.until().isBefore(today))
                        .sorted(Comparator.comparing(Roster.Absence::from))
                        .map(a ->
                                new Away(
                                        a.from(),
                                        a.until(),
                                        allocation.nameOf(a.deputy()),
                                        !a.from().isAfter(today)))
                        .toList();
        return new Row(
                officer,
                held.isEmpty() ? "" : held.getFirst().section(),
                held.stream().map(Roster.Assignment::role).distinct().toList(),
                roster.qualifications().stream()
                        .filter(q -> q.person().equals(officer.person()))
                        .toList(),
                away);
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
