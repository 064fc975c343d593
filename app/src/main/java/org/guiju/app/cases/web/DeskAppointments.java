package org.guiju.app.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guiju.app.calendar.Engagements;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// 排定的时间: the visits that were planned, as far as the reader may know of them, and who of those who have to be somewhere is taken at that
/// hour. Said when the hour is fixed and as long as it stands; nobody is kept from it.
@Component
final class DeskAppointments {
    private final Engagements engagements;
    private final DeskWords words;

    DeskAppointments(Engagements engagements, DeskWords words) {
        this.engagements = engagements;
        this.words = words;
    }

    /// 安排的核查.
    record Visit(String step, VisitPlanned plan, String inspectors, String by) {}

    /// 时间冲突, with the person's name.
    record Clash(String person, Engagements.Taken taken) {}

    void fill(Model model, CaseFile file, CurrentUser user) {
        var visits = file.visits().stream().filter(v -> file.knows(user.person(), v)).toList();
        model.addAttribute(
                "visits",
                visits.stream()
                        .map(v ->
                                new Visit(
                                        words.step(file, v.step()),
                                        v,
                                        v.inspectors().stream()
                                                .map(words::person)
                                                .sorted()
                                                .collect(Collectors.joining("、")),
                                        words.person(v.by())))
                        .toList());
        model.addAttribute("clashes", clashes(file, user, visits));
    }

    private List<Clash> clashes(CaseFile file, CurrentUser user, List<VisitPlanned> visits) {
        var found = new ArrayList<Clash>();
        for (var round : file.state().open()) {
            switch (round.work()) {
                case StepWork.HearingRound(var scheduled, var held)
                        when scheduled != null && held == null ->
                        found.addAll(of(file, user, scheduled.when(), List.of(scheduled.chair())));
                case StepWork.Inspection(var recorded, _) when recorded == null ->
                        visits.stream()
                                .filter(v -> v.step().equals(round.step()))
                                .forEach(v -> found.addAll(of(file, user, v)));
                case StepWork.Scene(var recorded, _) when recorded == null ->
                        visits.stream()
                                .filter(v -> v.step().equals(round.step()))
                                .forEach(v -> found.addAll(of(file, user, v)));
                default -> {}
            }
        }
        return found;
    }

    private List<Clash> of(CaseFile file, CurrentUser user, VisitPlanned visit) {
        return of(file, user, visit.when(), List.copyOf(visit.inspectors()));
    }

    private List<Clash> of(
            CaseFile file, CurrentUser user, Appointment when, List<PersonId> persons) {
        if (when.day().isBefore(file.today())) {
            return List.of();
        }
        var here = "/desk/cases/" + file.state().opening().no();
        return engagements.of(persons, when.day(), when.hour(), here, user.person()).stream()
                .map(t -> new Clash(words.person(t.person()), t))
                .toList();
    }
}
