package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseQuery.Filter;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.HandingOver;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Pager;
import org.guiju.kernel.allocation.Certificates;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// 工作台: what is due, the list of cases, the meetings, and who I am here.
@Controller
class DeskPages {
    private static final int PAGE = 20;
    private static final int TASKS = 40;
    private static final int INFORMED = 10;
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final DeskLists lists;
    private final DeskQueue queue;
    private final DeskWords words;
    private final Allocation allocation;
    private final OfficialClock clock;
    private final HandingOver handing;
    private final Clerks clerks;

    DeskPages(
            CaseQuery cases,
            CaseDesk desk,
            DeskLists lists,
            DeskQueue queue,
            DeskWords words,
            Allocation allocation,
            OfficialClock clock,
            HandingOver handing,
            Clerks clerks) {
        this.clerks = clerks;
        this.handing = handing;
        this.cases = cases;
        this.desk = desk;
        this.lists = lists;
        this.queue = queue;
        this.words = words;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 待办, by deadline.
    @GetMapping("/desk")
    String home(@RequestParam(defaultValue = "1") String page, Model model) {
        var user = DeskAccess.officer();
        var reader = lists.reader();
        var tasks = cases.tasks(user.person()).stream().map(reader::task).toList();
        long overdue = count(tasks, DeskStatus.OVERDUE);
        long today = count(tasks, DeskStatus.TODAY);
        var pager = Pager.of(number(page), TASKS, tasks.size(), "/desk", "");
        model.addAttribute(
                "tasks", tasks.subList((int) Math.max(0, pager.from() - 1), (int) pager.to()));
        model.addAttribute("pager", pager);
        model.addAttribute("overdue", overdue);
        model.addAttribute("must", overdue + today);
        model.addAttribute("soon", count(tasks, DeskStatus.DUE_SOON));
        model.addAttribute("today", words.day(reader.today, reader.today.minusYears(1)));
        model.addAttribute(
                "next",
                tasks.stream()
                        .filter(t -> t.due() != null && t.due().isAfter(reader.today))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("lapsing", lapsing(user.person()));
        model.addAttribute("informed", informed(user.person()));
        model.addAttribute("taken", InHandPages.said(handing.taken(user.person()), words));
        return "desk/home";
    }

    /// 抄送给我, as the desk shows it.
    record Copied(String no, LocalDate day, String giver) {}

    private List<Copied> informed(PersonId person) {
        return cases.informed(person, INFORMED).stream()
                .map(i -> new Copied(i.row().no(), i.day(), words.person(i.giver())))
                .toList();
    }

    /// 到期提醒: one's own certificates, and for the personnel administrator those of the organ.
    private List<String> lapsing(PersonId person) {
        var said = new ArrayList<String>();
        var day = clock.today();
        int within = Certificates.NOTICES.getLast();
        var all = allocation.roster().qualifications();
        var own = all.stream().filter(q -> q.person().equals(person)).toList();
        for (var held : Certificates.lapsing(own, day, within)) {
            var q = held.certificate();
            boolean lapsed = held.standing() == Certificates.Standing.LAPSED;
            said.add(
                    words.say(
                            lapsed ? "certificates.own.lapsed" : "certificates.own",
                            words.sayOr("certificates.kind." + q.kind(), q.kind()),
                            Objects.toString(q.until())));
        }
        allocation
                .officer(person)
                .filter(o -> clerks.holds(person, "personnel", o.organ()))
                .ifPresent(o -> {
                    var staff =
                            allocation.officers(o.organ()).stream().map(x -> x.person()).toList();
                    var theirs = all.stream().filter(q -> staff.contains(q.person())).toList();
                    int n = Certificates.lapsing(theirs, day, within).size();
                    if (n > 0) {
                        said.add(words.say("certificates.desk.staff", n));
                    }
                });
        return said;
    }

    private static long count(List<DeskTask> tasks, DeskStatus tag) {
        return tasks.stream().filter(t -> t.tag() == tag).count();
    }

    /// 状态页签: a state, how many cases are in it, and the address that shows them.
    record Tab(String state, long count, String href, boolean current) {}

    /// 案件列表; all of its state is in the address.
    @GetMapping("/desk/cases")
    String cases(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var asked = queue.asked(DeskAccess.officer(), state, power, q);
        var tabs = new ArrayList<Tab>();
        var counts = cases.counts(asked.filter(1, 1), DeskQueue.STATES);
        for (var s : DeskQueue.STATES) {
            tabs.add(
                    new Tab(
                            s.isEmpty() ? "all" : s,
                            counts.getOrDefault(s, 0L),
                            asked.in(s).address("/desk/cases"),
                            s.equals(asked.state())));
        }
        long total = tabs.stream().filter(Tab::current).findFirst().orElseThrow().count();
        var address = UriComponentsBuilder.fromUriString(asked.address("/desk/cases")).build();
        var pager =
                Pager.of(
                        number(page),
                        PAGE,
                        total,
                        "/desk/cases",
                        Objects.requireNonNullElse(address.getQuery(), ""));
        var found = cases.rows(asked.filter(pager.number(), PAGE));
        var written = cases.places(found.stream().map(CaseRow::caseId).toList(), asked.text());
        var reader = lists.reader();
        var carried = asked.carried();
        model.addAttribute("csv", asked.address("/desk/cases.csv"));
        model.addAttribute("xlsx", asked.address("/desk/cases.xlsx"));
        model.addAttribute("tabs", tabs);
        model.addAttribute(
                "rows",
                found.stream()
                        .map(r -> reader.found(r, written.getOrDefault(r.caseId(), List.of())))
                        .map(t -> t.opened(carried))
                        .toList());
        model.addAttribute("pager", pager);
        model.addAttribute("state", asked.state().isEmpty() ? "all" : asked.state());
        model.addAttribute("power", asked.power());
        model.addAttribute("q", asked.text());
        model.addAttribute("powers", lists.powers());
        return "desk/cases";
    }

    private static int number(String page) {
        return page.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1;
    }

    /// 待开的会: one kind of meeting with the cases that wait for it.
    record Agenda(String kind, List<Item> items) {}

    /// @param recorded whether the minutes only wait for the chair's signature
    record Item(DeskTask task, String href, String signHref, boolean recorded) {}

    private Item item(DeskLists.Reader reader, CaseRow row, String step) {
        var href = "/desk/cases/%s/acts/%s?step=%s";
        boolean recorded =
                desk.file(row.caseId())
                        .flatMap(f -> f.state().round(step))
                        .filter(r -> r.work() instanceof StepWork.Meeting m && m.minutes() != null)
                        .isPresent();
        return new Item(
                reader.row(row),
                href.formatted(row.no(), "record-meeting", step),
                href.formatted(row.no(), "sign-minutes", step),
                recorded);
    }

    @GetMapping("/desk/meetings")
    String meetings(Model model) {
        var user = DeskAccess.officer();
        var reader = lists.reader();
        var all = cases.find(new Filter("open", "", queue.organ(user), "", 1, 500)).rows();
        var agendas = new LinkedHashMap<String, List<Item>>();
        for (var row : all) {
            for (var step : row.openSteps()) {
                var kind = reader.kind(row, step);
                if (!kind.isCollective()) {
                    continue;
                }
                var name =
                        reader.definition(row)
                                .flatMap(d ->
                                        d.situation(row.situation())
                                                .flatMap(s -> s.step(step))
                                                .flatMap(s ->
                                                        s.meeting() == null
                                                                ? java.util.Optional.empty()
                                                                : d.meeting(s.meeting())))
                                .map(m -> words.text(m.name()))
                                .orElse(step);
                agendas.computeIfAbsent(name, _ -> new ArrayList<>()).add(item(reader, row, step));
            }
        }
        agendas.values()
                .forEach(items ->
                        items.sort(
                                Comparator.comparing(i ->
                                        Objects.requireNonNullElse(
                                                i.task().due(), LocalDate.MAX))));
        model.addAttribute(
                "agendas",
                agendas.entrySet().stream()
                        .map(e -> new Agenda(e.getKey(), e.getValue()))
                        .toList());
        return "desk/meetings";
    }

    /// 岗位行.
    record Post(String organ, String section, String role, LocalDate from, String until) {}

    record Absence(LocalDate from, LocalDate until, String person, String deputy, boolean mine) {}

    record Former(String organ, String post, LocalDate from, LocalDate until) {}

    private String organName(OrganId organ) {
        return allocation.organ(organ).map(o -> words.text(o.name())).orElse(organ.value());
    }

    @GetMapping("/desk/profile")
    String profile(Model model) {
        var user = DeskAccess.officer();
        var roster = allocation.roster();
        var today = clock.today();
        model.addAttribute("officer", allocation.officer(user.person()).orElse(null));
        model.addAttribute(
                "organ",
                allocation
                        .officer(user.person())
                        .flatMap(o -> allocation.organ(o.organ()))
                        .orElse(null));
        model.addAttribute(
                "posts",
                roster.of(user.person(), today).stream()
                        .map(a ->
                                new Post(
                                        organName(a.organ()),
                                        a.section(),
                                        words.role(a.role()),
                                        a.from(),
                                        a.until() == null ? "" : a.until().toString()))
                        .toList());
        model.addAttribute(
                "absences",
                roster.absences().stream()
                        .filter(a ->
                                !a.until().isBefore(today)
                                        && (a.person().equals(user.person())
                                                || a.deputy().equals(user.person())))
                        .map(a ->
                                new Absence(
                                        a.from(),
                                        a.until(),
                                        words.person(a.person()),
                                        words.person(a.deputy()),
                                        a.person().equals(user.person())))
                        .toList());
        model.addAttribute(
                "qualifications",
                roster.qualifications().stream()
                        .filter(qualification -> qualification.person().equals(user.person()))
                        .map(qualification ->
                                words.sayOr(
                                        "qualification." + qualification.kind(),
                                        qualification.kind()))
                        .toList());
        model.addAttribute("name", user.displayName());
        model.addAttribute("kin", allocation.kin(user.person()));
        model.addAttribute(
                "former",
                allocation.formerPosts(user.person()).stream()
                        .map(held ->
                                new Former(
                                        organName(held.organ()),
                                        words.text(held.post()),
                                        held.from(),
                                        held.until()))
                        .toList());
        return "desk/profile";
    }
}
