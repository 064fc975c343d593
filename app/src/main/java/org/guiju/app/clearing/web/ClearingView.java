package org.guiju.app.clearing.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.clearing.application.ClearingDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.clearing.Aspect;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.ClearingFacts;
import org.guiju.kernel.clearing.ClearingGaps;
import org.guiju.kernel.clearing.Stage;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// 清理页面的共同内容: who is who, what is left, how far a unit has come.
@Component
class ClearingView {
    private final Allocation allocation;
    private final ClearingAccess access;
    private final ClearingDesk desk;
    private final OfficialClock clock;

    ClearingView(
            Allocation allocation, ClearingAccess access, ClearingDesk desk, OfficialClock clock) {
        this.allocation = allocation;
        this.access = access;
        this.desk = desk;
        this.clock = clock;
    }

    /// 一件待办: what, how much is left, where.
    ///
    /// @param left how many; 0 when it is done
    /// @param all out of how many; 0 where there is no such figure
    record Task(String key, int left, int all, String href) {
        public boolean done() {
            return left == 0;
        }
    }

    /// 一个单位在进度板上的一行.
    record Line(
            OrganId organ,
            Text name,
            Stage stage,
            long days,
            boolean late,
            String href,
            List<Task> cells) {}

    /// 办理人可以做的事.
    record May(
            boolean unit,
            boolean head,
            boolean staffing,
            boolean reviewer,
            boolean committee,
            List<Aspect> aspects) {}

    May may(ClearingFile file) {
        var person = ClearingAccess.officer().person();
        var aspects = new ArrayList<Aspect>();
        for (var aspect : Aspect.values()) {
            if (access.holds(person, aspect.role())) {
                aspects.add(aspect);
            }
        }
        var serves =
                allocation.officer(person).filter(o -> o.organ().equals(file.organ())).isPresent();
        return new May(
                access.unit(file, person),
                serves && access.holds(person, ClearingFacts.HEAD),
                access.holds(person, ClearingFacts.STAFFING),
                access.holds(person, ClearingFacts.REVIEWER),
                access.holds(person, ClearingFacts.COMMITTEE),
                serves ? List.of() : aspects);
    }

    ClearingFacts facts(ClearingFile file, CurrentUser user) {
        return desk.facts(file.organ(), user.person(), clock.today());
    }

    Text organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).orElseGet(() -> Text.zh(organ.value()));
    }

    String person(PersonId person) {
        return allocation.nameOf(person);
    }

    List<Officer> officers(OrganId organ) {
        return allocation.officers(organ);
    }

    List<Organ> organs() {
        return allocation.organs();
    }

    static String href(ClearingFile file) {
        return "/catalog/clearing/" + file.campaign().id() + "/" + file.organ();
    }

    /// What every page of a unit needs.
    void common(ClearingFile file, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("state", file.state());
        model.addAttribute("campaign", file.campaign());
        model.addAttribute("organName", organ(file.organ()));
        model.addAttribute("here", href(file));
        model.addAttribute("may", may(file));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("command", java.util.UUID.randomUUID());
        model.addAttribute("today", clock.today());
    }

    /// Tasks of each stage, in the order in which they are done.
    Map<Stage, List<Task>> tasks(ClearingFile file, ClearingFacts facts) {
        var here = href(file);
        var state = file.state();
        var gaps = ClearingGaps.of(facts, state);
        var counted = state.items().stream().filter(state::counted).toList();
        var kept = counted.stream().filter(ClearingEntry::kept).toList();
        int all = counted.size();
        var tasks = new LinkedHashMap<Stage, List<Task>>();
        tasks.put(
                Stage.INVENTORY,
                List.of(
                        new Task("team", gaps.lawyer() ? 0 : 1, 0, here + "#team"),
                        new Task(
                                "items",
                                state.items().isEmpty() ? 1 : gaps.unidentified().size(),
                                state.items().size(),
                                here + "/items"),
                        new Task(
                                "categories",
                                gaps.categories().size(),
                                10,
                                here + "/gaps#categories"),
                        new Task(
                                "posts",
                                gaps.posts().size() + gaps.unplaced().size(),
                                0,
                                here + "/gaps#posts"),
                        new Task(
                                "undisposed",
                                gaps.undisposed().size(),
                                all,
                                here + "/items?state=undisposed"),
                        new Task(
                                "incomplete",
                                gaps.incomplete().size(),
                                all,
                                here + "/items?state=incomplete"),
                        new Task(
                                "unopined",
                                gaps.withoutOpinion().size(),
                                all,
                                here + "/items?state=unopined"),
                        new Task(
                                "irresponsible",
                                gaps.withoutResponsibility().size(),
                                kept.size(),
                                here + "/items?state=irresponsible"),
                        new Task(
                                "leadership", gaps.leadershipMet() ? 0 : 1, 0, here + "#meeting")));
        tasks.put(
                Stage.SELF_CHECK,
                List.of(
                        new Task("report", state.closings() > 0 ? 0 : 1, 0, here + "/report"),
                        new Task(
                                "office",
                                state.onTheReport().isEmpty() ? 1 : 0,
                                0,
                                here + "#meeting"),
                        new Task(
                                "signed",
                                state.signedBy().isPresent() ? 0 : 1,
                                0,
                                here + "#acts")));
        int unreviewed = (int) kept.stream().filter(e -> !e.reviewed()).count();
        int unconsulted = (int) kept.stream().filter(ClearingEntry::consultationIncomplete).count();
        int experts =
                (int)
                        counted.stream()
                                .filter(e -> !e.expertAsked().isEmpty() && e.expert().isEmpty())
                                .count();
        int unconfirmed = (int) counted.stream().filter(e -> !e.confirmed()).count();
        int remarks = (int) state.remarks().stream().filter(r -> !r.answered()).count();
        tasks.put(
                Stage.REVIEW,
                List.of(
                        new Task(
                                "unreviewed",
                                unreviewed,
                                kept.size(),
                                here + "/review?state=unreviewed"),
                        new Task(
                                "unconsulted",
                                unconsulted,
                                kept.size(),
                                here + "/review?state=unconsulted"),
                        new Task("expert", experts, 0, here + "/review?state=expert"),
                        new Task(
                                "unconfirmed",
                                unconfirmed,
                                all,
                                here + "/review?state=unconfirmed"),
                        new Task(
                                "remarks",
                                remarks,
                                state.remarks().size(),
                                here + "/review#remarks")));
        boolean asked = state.stage().compareTo(Stage.FINAL) >= 0;
        tasks.put(
                Stage.FINAL,
                List.of(
                        new Task("final", asked ? 0 : 1, 0, here + "#acts"),
                        new Task(
                                "resolution",
                                state.resolution().isPresent() ? 0 : 1,
                                0,
                                here + "#acts")));
        tasks.put(
                Stage.APPROVED,
                List.of(
                        new Task(
                                "published",
                                state.stage() == Stage.PUBLISHED ? 0 : 1,
                                0,
                                here + "#acts")));
        return tasks;
    }

    Line line(ClearingFile file, CurrentUser user) {
        var all = tasks(file, facts(file, user)).values().stream().flatMap(List::stream).toList();
        var cells = new ArrayList<Task>();
        for (var key :
                List.of(
                        "items",
                        "undisposed",
                        "irresponsible",
                        "posts",
                        "unreviewed",
                        "unconfirmed",
                        "remarks")) {
            all.stream().filter(t -> t.key().equals(key)).findFirst().ifPresent(cells::add);
        }
        var planned = file.campaign().milestones().get(file.state().stage());
        return new Line(
                file.organ(),
                organ(file.organ()),
                file.state().stage(),
                Duration.between(file.since(), clock.now()).toDays(),
                planned != null && planned.isBefore(clock.today()),
                href(file),
                cells);
    }
}
