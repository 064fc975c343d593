package org.guiju.app.windows.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.ActGate;
import org.guiju.app.ledger.ActGate.Settled;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Numbering;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.windows.WindowItem;
import org.guiju.app.windows.store.WindowForms;
import org.guiju.app.windows.store.WindowProjection;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.windows.Grade;
import org.guiju.kernel.windows.WindowRule;
import org.guiju.kernel.windows.Windows;
import org.guiju.kernel.windows.Windows.Matter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// 窗口台: loads what a rule needs to know, asks the kernel, appends. One stream for each thing; nothing is changed, what comes later is a later event.
@Service
public class WindowDesk {
    private static final List<String> INSPECTORS =
            List.of("supervisor", "supervision-office", "section-head", "head-of-organ", "decider");
    private final EventStore events;
    private final WindowProjection rows;
    private final Allocation allocation;
    private final Clerks clerks;
    private final CaseQuery cases;
    private final CaseDesk caseDesk;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final ActGate acts;
    private final CommandGate gate;
    private final Numbering numbering;
    private final OfficialClock clock;
    private final WindowSettings settings;

    WindowDesk(
            EventStore events,
            WindowProjection rows,
            Allocation allocation,
            Clerks clerks,
            CaseQuery cases,
            CaseDesk caseDesk,
            Catalogue catalogue,
            Calendars calendars,
            ActGate acts,
            CommandGate gate,
            Numbering numbering,
            OfficialClock clock,
            WindowSettings settings) {
        this.events = events;
        this.rows = rows;
        this.allocation = allocation;
        this.clerks = clerks;
        this.cases = cases;
        this.caseDesk = caseDesk;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.acts = acts;
        this.gate = gate;
        this.numbering = numbering;
        this.clock = clock;
        this.settings = settings;
    }

    public OrganId organ(PersonId person) {
        return allocation
                .officer(person)
                .map(Officer::organ)
                .orElseThrow(() -> new AccessDeniedException("of no organ"));
    }

    public boolean clerk(PersonId person) {
        return clerks.holds(person, "window", organ(person));
    }

    /// 可以检查窗口人员: heads, deciders, and supervision.
    public boolean inspects(PersonId person) {
        return INSPECTORS.stream().anyMatch(r -> clerks.holds(person, r));
    }

    public Optional<WindowItem> item(String no) {
        return rows.byNo(no);
    }

    public Optional<WindowItem> byLink(String token) {
        return token.isBlank() ? Optional.empty() : rows.byDigest(digest(token));
    }

    public List<EventEntry> history(WindowItem item) {
        return events.read(item.stream());
    }

    /// Something new at a window.
    ///
    /// @return its number; for an invitation to rate, its number and the word of the link, parted by a blank
    /// @throws RefusalException with every reason why not
    public String begin(PersonId actor, UUID command, WindowAsked asked) {
        return once(
                actor,
                command,
                "",
                asked.toString(),
                () ->
                        switch (asked) {
                            case WindowAsked.Set s -> set(actor, command, s);
                            case WindowAsked.Bundle b -> bundle(actor, command, b);
                            case WindowAsked.Inquire i -> inquire(actor, command, i);
                            case WindowAsked.Copy c -> copy(actor, command, c);
                            case WindowAsked.Invite i -> invite(actor, command, i);
                            case WindowAsked.Inspect i -> inspect(actor, command, i);
                            default -> throw new IllegalArgumentException("begins nothing");
                        });
    }

    /// What happens to something that is there.
    ///
    /// @throws RefusalException with every reason why not
    public void go(PersonId actor, UUID command, WindowItem item, WindowAsked asked) {
        once(
                actor,
                command,
                item.no(),
                item.no() + " " + asked,
                () -> {
                    var draft =
                            switch (asked) {
                                case WindowAsked.GiveBack g -> giveBack(actor, item, g);
                                case WindowAsked.HandOver h -> handOver(actor, item, h);
                                case WindowAsked.Reply r -> reply(actor, item, r);
                                case WindowAsked.FollowUp f -> followUp(actor, item, f);
                                default -> throw new IllegalArgumentException("begins something");
                            };
                    append(item, draft, Stamp.own(clock.now(), actor.value(), command));
                    return item.no();
                });
    }

    /// 评价: by whoever holds the link, once.
    ///
    /// @throws RefusalException where it was used
    public void rate(WindowItem item, UUID command, WindowAsked.Rate asked) {
        // Whoever holds a link is nobody's officer: a second rating is refused and is no attempt of
        // anybody.
        gate.once(
                command,
                "holder",
                (item.no() + " " + asked).getBytes(StandardCharsets.UTF_8),
                () -> {
                    check(Windows.rate(Grade.ofCode(item.grade()).orElse(null)));
                    boolean bad = asked.grade().bad();
                    var form =
                            WindowForms.of(item.no())
                                    .open("grade", asked.grade().code())
                                    .open("state", bad ? "bad" : "given")
                                    .open("until", bad ? due(settings.callBackWithin()) : "")
                                    .hidden("words", asked.words());
                    append(item, form.event("rated"), Stamp.own(clock.now(), "holder", command));
                    return item.no();
                });
    }

    /// Nothing is written before it was asked whether it may be, so that what was refused is kept with the answer.
    ///
    /// @param matter what is aimed at; empty for something new
    private String once(
            PersonId actor, UUID command, String matter, String body, Supplier<String> work) {
        return acts.once(
                Stamp.own(clock.now(), actor.value(), command),
                body.getBytes(StandardCharsets.UTF_8),
                WindowRule.class,
                () -> {
                    try {
                        return new Settled.Done(work.get());
                    } catch (RefusalException e) {
                        return new Settled.Refused(
                                matter.isEmpty() ? organ(actor).value() : matter, e.refusals());
                    }
                });
    }

    private static void check(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
    }

    private String due(int workingDays) {
        return Windows.due(calendars.current(), clock.today(), workingDays).toString();
    }

    private void append(WindowItem item, EventDraft draft, Stamp stamp) {
        events.append(item.stream(), events.length(item.stream()), List.of(draft), stamp);
        rows.project(events.read(item.stream()));
    }

    /// The first event of a thing, in the organ of whoever begins it.
    private String first(
            PersonId actor, UUID command, String kind, String no, UUID stream, WindowForms form) {
        form.open("kind", kind).open("organ", organ(actor).value());
        events.append(
                stream,
                events.length(stream),
                List.of(form.event(kind)),
                Stamp.own(clock.now(), actor.value(), command));
        rows.project(events.read(stream));
        return no;
    }

    private String number(String letter) {
        var year = clock.today().getYear();
        long n = numbering.next("window:" + letter + ":" + year);
        return "%s%d-%05d".formatted(letter, year, n);
    }

    private static UUID stream(String no) {
        return UUID.nameUUIDFromBytes(("window:" + no).getBytes(StandardCharsets.UTF_8));
    }

    private String set(PersonId actor, UUID command, WindowAsked.Set s) {
        var inForce = new HashSet<String>();
        s.matters().stream()
                .filter(m -> catalogue.inForce(m, clock.today()).isPresent())
                .forEach(inForce::add);
        check(Windows.window(clerk(actor), new HashSet<>(s.matters()), inForce));
        var no = organ(actor).value() + "." + s.id();
        var form =
                WindowForms.of(no)
                        .open("window", s.id())
                        .open("state", "open")
                        .open("grade", s.home())
                        .open("about", s.zh() + "\n" + s.en())
                        .open("cases", s.matters());
        return first(actor, command, "window", no, stream(no), form);
    }

    private List<Matter> matters(List<String> numbers) {
        var bundled = rows.onOpenReceipts(numbers);
        return numbers.stream().map(no -> matter(no, bundled.contains(no))).toList();
    }

    private Matter matter(String no, boolean bundled) {
        var file = file(no, "cases");
        var applicant = file.state().opening().applicant();
        var state = file.state();
        boolean concluded = state.decided() != null || state.isClosed() || state.withdrawn();
        return new Matter(no, applicant.name(), concluded, bundled);
    }

    /// @throws Unreadable where no case has the number
    private CaseFile file(String no, String field) {
        return cases.byNo(no)
                .flatMap(caseDesk::file)
                .orElseThrow(() -> new Unreadable(field, "windows.error.case"));
    }

    private String bundle(PersonId actor, UUID command, WindowAsked.Bundle b) {
        var matters = matters(b.cases());
        check(Windows.bundle(clerk(actor), matters));
        var no = number("H");
        var form =
                WindowForms.of(no)
                        .open("window", b.window())
                        .open("state", "open")
                        .open("person", actor.value())
                        .open("cases", b.cases())
                        .hidden("applicant", matters.getFirst().applicant());
        return first(actor, command, "bundle", no, stream(no), form);
    }

    private EventDraft giveBack(PersonId actor, WindowItem item, WindowAsked.GiveBack g) {
        boolean open = item.kind().equals("bundle") && item.open();
        check(Windows.giveBack(clerk(actor), open, matters(item.cases())));
        return WindowForms.of(item.no())
                .open("state", "done")
                .open("returned", item.cases())
                .hidden("receiver", g.receiver())
                .event("returned");
    }

    private String inquire(PersonId actor, UUID command, WindowAsked.Inquire i) {
        organ(actor);
        var no = number("W");
        var form =
                WindowForms.of(no)
                        .open("window", i.window())
                        .open("state", "open")
                        .open("person", actor.value())
                        .open("until", due(settings.answerWithin()))
                        .hidden("question", i.question())
                        .hidden("inquirer", i.inquirer());
        return first(actor, command, "inquiry", no, stream(no), form);
    }

    private EventDraft handOver(PersonId actor, WindowItem item, WindowAsked.HandOver h) {
        var to = new PersonId(h.to());
        boolean receiver = allocation.officer(to).isPresent() && !to.equals(actor);
        check(
                Windows.handOver(
                        item.kind().equals("inquiry") && item.open(),
                        new PersonId(item.person()),
                        actor,
                        receiver,
                        h.informed()));
        return WindowForms.of(item.no())
                .open("from", actor.value())
                .open("person", to.value())
                .hidden("informed", h.informed())
                .event("handed-over");
    }

    private EventDraft reply(PersonId actor, WindowItem item, WindowAsked.Reply r) {
        boolean open = item.kind().equals("inquiry") && item.open();
        check(Windows.answer(open, new PersonId(item.person()), actor));
        return WindowForms.of(item.no())
                .open("state", "done")
                .hidden("answer", r.answer())
                .event("answered");
    }

    private String copy(PersonId actor, UUID command, WindowAsked.Copy c) {
        check(Windows.copy(clerk(actor), c.fen()));
        if (!c.caseNo().isEmpty()) {
            file(c.caseNo(), "case");
        }
        var no = number("F");
        var form =
                WindowForms.of(no)
                        .open("window", c.window())
                        .open("state", "done")
                        .open("person", actor.value())
                        .open("about", Integer.toString(c.pages()))
                        .open("cases", c.caseNo().isEmpty() ? List.of() : List.of(c.caseNo()))
                        .hidden("what", c.what());
        return first(actor, command, "copy", no, stream(no), form);
    }

    private String invite(PersonId actor, UUID command, WindowAsked.Invite i) {
        var file = file(i.caseNo(), "case");
        boolean delivered =
                file.traces().stream().anyMatch(t -> t.entry().kind().equals("case.served"));
        // One stream a case: of two who invite at once the later finds its beginning taken.
        var stream = stream("rating " + i.caseNo());
        check(Windows.offer(clerk(actor), delivered, events.length(stream) > 0));
        var no = number("P");
        var token = UUID.randomUUID().toString().replace("-", "");
        var form =
                WindowForms.of(no)
                        .open("state", "offered")
                        .open("person", actor.value())
                        .open("cases", List.of(i.caseNo()))
                        .open("digest", digest(token));
        return first(actor, command, "rating", no, stream, form) + " " + token;
    }

    private EventDraft followUp(PersonId actor, WindowItem item, WindowAsked.FollowUp f) {
        boolean open = item.kind().equals("rating") && item.state().equals("bad");
        check(Windows.followUp(open, new PersonId(item.person()), actor, f.found(), f.told()));
        return WindowForms.of(item.no())
                .open("state", "followed")
                .hidden("found", f.found())
                .hidden("told", f.told())
                .event("followed-up");
    }

    private String inspect(PersonId actor, UUID command, WindowAsked.Inspect i) {
        var failed = new ArrayList<String>();
        Windows.ITEMS.stream()
                .filter(item -> Boolean.FALSE.equals(i.items().get(item)))
                .forEach(failed::add);
        check(
                Windows.inspect(
                        inspects(actor),
                        actor,
                        new PersonId(i.person()),
                        i.items().keySet(),
                        !failed.isEmpty(),
                        i.note()));
        var no = number("J");
        var form =
                WindowForms.of(no)
                        .open("window", i.window())
                        .open("state", "done")
                        .open("person", i.person())
                        .open("grade", failed.isEmpty() ? "met" : "not-met")
                        .open("about", String.join(" ", failed))
                        .hidden("note", i.note());
        return first(actor, command, "conduct", no, stream(no), form);
    }

    private static String digest(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /// 到今天为止: whether it is over its term.
    public boolean late(WindowItem item) {
        LocalDate today = clock.today();
        return item.late(today);
    }
}
