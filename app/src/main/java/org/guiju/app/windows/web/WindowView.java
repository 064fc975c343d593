package org.guiju.app.windows.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.windows.WindowItem;
import org.guiju.app.windows.WindowRegister;
import org.guiju.app.windows.application.WindowDesk;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.windows.Grade;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以看 what of a window, and what the pages and the API show of it.
@Component
class WindowView {
    private static final int MOST = 200;
    private final WindowDesk desk;
    private final WindowRegister register;
    private final Allocation allocation;
    private final Clerks clerks;
    private final CaseQuery cases;
    private final Catalogue catalogue;
    private final OfficialClock clock;

    WindowView(
            WindowDesk desk,
            WindowRegister register,
            Allocation allocation,
            Clerks clerks,
            CaseQuery cases,
            Catalogue catalogue,
            OfficialClock clock) {
        this.desk = desk;
        this.register = register;
        this.allocation = allocation;
        this.clerks = clerks;
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// 一行.
    public record Line(WindowItem item, String who, boolean late) {}

    /// 窗口: its name, its matters and the cases that wait there, the nearest due dates first.
    ///
    /// @param waiting how many there are, of which the queue holds the first
    public record Window(
            WindowItem item,
            String id,
            Text name,
            List<Text> matters,
            List<CaseRow> queue,
            long waiting) {}

    /// 经过: kind of event, day, who, and what was said.
    public record Step(String kind, String on, String who, Map<String, String> said) {}

    /// 评价汇总 of an organ.
    public record Summary(Text organ, Map<String, Long> grades, long all, long good) {}

    /// 绩效档案 of a person: how often each grade, what inspections found, what he answers for.
    public record Person(
            String id,
            String name,
            Map<String, Long> grades,
            List<Line> ratings,
            List<Line> conduct,
            List<Line> inquiries) {}

    static PersonId officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private boolean overseer(PersonId person) {
        return clerks.oversees(person);
    }

    /// Read by the organ at whose window it was, by whoever answers for it, and by supervision.
    WindowItem item(String no, PersonId me) {
        var item = desk.item(no).orElseThrow(WindowView::missing);
        boolean mine =
                item.organ().equals(desk.organ(me).value()) || item.person().equals(me.value());
        if (!mine && !overseer(me)) {
            throw new AccessDeniedException("another organ's window");
        }
        return item;
    }

    Line line(WindowItem item) {
        var who = item.person().isEmpty() ? "" : allocation.nameOf(new PersonId(item.person()));
        return new Line(item, who, item.late(clock.today()));
    }

    List<Line> list(PersonId me, String kind, String state) {
        return register.find(desk.organ(me).value(), kind, state, "", MOST).stream()
                .map(this::line)
                .toList();
    }

    List<Window> windows(PersonId me) {
        return register.find(desk.organ(me).value(), "window", "", "", MOST).stream()
                .map(this::window)
                .toList();
    }

    private Window window(WindowItem item) {
        var names = item.about().split("\n", 2);
        var queue = new ArrayList<CaseRow>();
        long waiting = 0;
        var matters = new ArrayList<Text>();
        for (var code : item.cases()) {
            matters.add(
                    catalogue
                            .inForce(code, clock.today())
                            .map(p -> p.matter())
                            .orElseGet(() -> Text.zh(code)));
            var page = cases.find(new CaseQuery.Filter("open", code, item.organ(), "", 1, 50));
            queue.addAll(page.rows());
            waiting += page.total();
        }
        return new Window(
                item,
                item.window(),
                new Text(names[0], names[names.length - 1]),
                matters,
                queue,
                waiting);
    }

    List<Step> history(WindowItem item) {
        return desk.history(item).stream().map(this::step).toList();
    }

    private Step step(EventEntry e) {
        var said = new LinkedHashMap<String, String>();
        for (var name :
                List.of(
                        "question",
                        "inquirer",
                        "informed",
                        "answer",
                        "what",
                        "receiver",
                        "words",
                        "found",
                        "told",
                        "note")) {
            if (!e.text(name).isEmpty()) {
                said.put(name, e.text(name));
            }
        }
        var who = e.by().equals("holder") ? "" : allocation.nameOf(new PersonId(e.by()));
        return new Step(
                e.kind().substring("window.".length()),
                OfficialClock.dayOf(e.at()).toString(),
                who,
                said);
    }

    /// One's own file, and those of one's organ for who inspects there; supervision reads any.
    Person person(String id, PersonId me) {
        var of = new PersonId(id);
        var officer = allocation.officer(of).orElseThrow(WindowView::missing);
        boolean heads = desk.inspects(me) && officer.organ().equals(desk.organ(me));
        if (!of.equals(me) && !heads && !overseer(me)) {
            throw new AccessDeniedException("another's file");
        }
        var ratings = of(id, "rating").filter(l -> !l.item().grade().isEmpty()).toList();
        var grades = new LinkedHashMap<String, Long>();
        for (var grade : Grade.values()) {
            grades.put(
                    grade.code(),
                    ratings.stream().filter(l -> l.item().grade().equals(grade.code())).count());
        }
        return new Person(
                id,
                allocation.nameOf(of),
                grades,
                ratings,
                of(id, "conduct").toList(),
                of(id, "inquiry").toList());
    }

    private java.util.stream.Stream<Line> of(String person, String kind) {
        return register.find("", kind, "", person, MOST).stream().map(this::line);
    }

    /// For everybody: organs, grades and how often, never who was rated and by whom.
    List<Summary> summary() {
        var all = new LinkedHashMap<String, Map<String, Long>>();
        register.grades()
                .forEach(c ->
                        all.computeIfAbsent(c.organ(), _ -> new LinkedHashMap<>())
                                .put(c.grade(), c.n()));
        var lines = new ArrayList<Summary>();
        all.forEach((organ, counts) -> {
            var grades = new LinkedHashMap<String, Long>();
            long sum = 0;
            long good = 0;
            for (var grade : Grade.values()) {
                long n = counts.getOrDefault(grade.code(), 0L);
                grades.put(grade.code(), n);
                sum += n;
                good += grade.bad() ? 0 : n;
            }
            var name =
                    allocation
                            .organ(new OrganId(organ))
                            .map(o -> o.name())
                            .orElseGet(() -> Text.zh(organ));
            lines.add(new Summary(name, grades, sum, good));
        });
        return lines;
    }
}
