package org.guiju.app.meetings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.calendar.Engagements;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.meetings.MeetingFile;
import org.guiju.app.meetings.application.MeetingDesk;
import org.guiju.app.meetings.application.MeetingInput;
import org.guiju.app.meetings.application.MeetingReader;
import org.guiju.app.meetings.application.MinutesPaper;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.formats.meetings.ShippedKinds;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.meetings.ItemState;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.MeetingCommand;
import org.guiju.kernel.meetings.MeetingKind;
import org.guiju.kernel.meetings.MeetingState.Stage;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 会议页: what waits for me, the agenda, one item to speak and vote on, the minutes to sign, the kinds in words.
@Controller
@RequestMapping("/meetings")
class MeetingPages {
    private static final String ID = "/{id:M[0-9]{4}-[0-9]{4,6}}";
    private static final int MOST = 60;
    private final MeetingDesk desk;
    private final MeetingAccess access;
    private final Allocation allocation;
    private final Attachments attachments;
    private final MinutesPaper paper;
    private final OfficialClock clock;
    private final Engagements engagements;

    MeetingPages(
            MeetingDesk desk,
            MeetingAccess access,
            Allocation allocation,
            Attachments attachments,
            MinutesPaper paper,
            OfficialClock clock,
            Engagements engagements) {
        this.engagements = engagements;
        this.desk = desk;
        this.access = access;
        this.allocation = allocation;
        this.attachments = attachments;
        this.paper = paper;
        this.clock = clock;
    }

    /// 待我办理: what the person has to do in a meeting.
    record Waiting(MeetingFile file, String what, String href, String title) {}

    /// 例会日.
    record Regular(MeetingKind kind, LocalDate next) {}

    @GetMapping
    String list(Model model) {
        var me = MeetingAccess.officer().person();
        var organ = access.organ(me);
        var rules = desk.rules(organ);
        var today = clock.today();
        var regular = new ArrayList<Regular>();
        for (var kind : ShippedKinds.all()) {
            rules.next(kind.code(), today).ifPresent(d -> regular.add(new Regular(kind, d)));
        }
        model.addAttribute("waiting", desk.of(me).stream().flatMap(f -> waiting(f, me)).toList());
        model.addAttribute("files", desk.of(organ, MOST));
        model.addAttribute("regular", regular);
        return "meetings/list";
    }

    private static java.util.stream.Stream<Waiting> waiting(MeetingFile f, PersonId me) {
        var here = "/meetings/" + f.id();
        return switch (f.state().stage()) {
            case OPEN ->
                    f.state().items().stream()
                            .filter(i -> !i.settled() && toVote(f, i, me))
                            .map(i ->
                                    new Waiting(
                                            f,
                                            "vote",
                                            here + "/items/" + i.item().no(),
                                            i.item().title()));
            case SIGNING ->
                    f.state().unsigned(f.kind()).contains(me)
                            ? java.util.stream.Stream.of(
                                    new Waiting(f, "sign", here + "/minutes", ""))
                            : java.util.stream.Stream.empty();
            case CONVENED -> java.util.stream.Stream.of(new Waiting(f, "attend", here, ""));
            default -> java.util.stream.Stream.empty();
        };
    }

    private static boolean toVote(MeetingFile f, ItemState i, PersonId me) {
        return f.kind().discussed().contains(i.item().matter().sort())
                && f.voting(i).attending().contains(me)
                && !i.votes().containsKey(me);
    }

    @GetMapping("/kinds")
    String kinds(Model model) {
        var organ = access.organ(MeetingAccess.officer().person());
        var rules = desk.rules(organ);
        var today = clock.today();
        var kinds = new LinkedHashMap<MeetingKind, String>();
        for (var kind : ShippedKinds.all()) {
            kinds.put(
                    rules.kind(kind, today),
                    rules.procedure(kind.code(), today)
                            .map(p -> p.title() + "（" + p.number() + "）")
                            .orElse(""));
        }
        model.addAttribute("kinds", kinds);
        model.addAttribute("rules", rules);
        model.addAttribute("all", ShippedKinds.all());
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("today", today);
        return "meetings/kinds";
    }

    @PostMapping("/rules/{name}")
    String adopt(
            @PathVariable String name,
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            RedirectAttributes flash) {
        var me = MeetingAccess.officer().person();
        try {
            if (ShippedKinds.kind(sent.getOrDefault("kind", "")).isEmpty()) {
                flash.addFlashAttribute("notice", Notice.warn("meetings.error.choice"));
                return "redirect:/meetings/kinds";
            }
            var wanted =
                    MeetingReader.rule(name, MeetingReader.single(sent))
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            desk.adopt(access.organ(me), wanted, access.stamp(me, command));
            flash.addFlashAttribute("notice", Notice.done("meetings.rule.adopted"));
        } catch (Unreadable e) {
            flash.addFlashAttribute("notice", Notice.warn(e.key()));
        }
        return "redirect:/meetings/kinds";
    }

    @GetMapping("/new")
    String form(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam Map<String, String> typed,
            Model model) {
        var organ = access.organ(MeetingAccess.officer().person());
        model.addAttribute("kinds", ShippedKinds.all());
        model.addAttribute(
                "kind",
                ShippedKinds.kind(kind)
                        .map(k -> desk.kind(k.code(), organ, clock.today()))
                        .orElse(null));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", typed);
            model.addAttribute("members", List.of());
        }
        model.addAttribute("officers", allocation.officers(organ));
        model.addAttribute("command", UUID.randomUUID());
        return "meetings/new";
    }

    @PostMapping
    String convene(
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        var me = MeetingAccess.officer().person();
        var kind = Optional.ofNullable(sent.getFirst("kind")).orElse("");
        if (ShippedKinds.kind(kind).isEmpty()) {
            flash.addFlashAttribute("notice", Notice.warn("meetings.error.choice"));
            return "redirect:/meetings/new";
        }
        try {
            var id =
                    desk.convene(
                            kind,
                            access.organ(me),
                            MeetingReader.convene(new MeetingInput(sent)),
                            access.stamp(me, command));
            flash.addFlashAttribute("notice", Notice.done("meetings.convened", id));
            return "redirect:/meetings/" + id;
        } catch (Unreadable e) {
            flash.addFlashAttribute("notice", Notice.warn(e.key()));
            flash.addFlashAttribute("typed", sent.toSingleValueMap());
            flash.addFlashAttribute("members", sent.getOrDefault("members", List.of()));
            flash.addAttribute("kind", kind);
            return "redirect:/meetings/new";
        }
    }

    @GetMapping(ID)
    String meeting(@PathVariable String id, Model model) {
        var f = shown(id, model);
        var kind = f.kind();
        var sorts = new ArrayList<MatterSort>();
        for (var sort : MatterSort.values()) {
            if (kind.discussed().contains(sort) || kind.reported().contains(sort)) {
                sorts.add(sort);
            }
        }
        model.addAttribute("sorts", sorts);
        model.addAttribute("clashes", clashes(f));
        return "meetings/meeting";
    }

    /// 时间冲突, with the person's name.
    record Clash(String person, Engagements.Taken taken) {}

    /// Who of those who have to be there is taken at that hour, until it begins.
    private List<Clash> clashes(MeetingFile f) {
        var n = f.state().notice();
        if (f.state().stage() != Stage.CONVENED || n.day().isBefore(clock.today())) {
            return List.of();
        }
        var persons = new java.util.LinkedHashSet<>(n.members());
        persons.add(n.chair());
        return engagements
                .of(
                        persons,
                        n.day(),
                        Appointment.hour(n.time()).orElse(null),
                        "/meetings/" + f.id(),
                        MeetingAccess.officer().person())
                .stream()
                .map(t -> new Clash(allocation.nameOf(t.person()), t))
                .toList();
    }

    @GetMapping(ID + "/items/{no:[0-9]{1,4}}")
    String item(@PathVariable String id, @PathVariable int no, Model model) {
        var f = shown(id, model);
        var me = MeetingAccess.officer().person();
        var item =
                f.state()
                        .item(no)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var voting = f.voting(item);
        model.addAttribute("s", item);
        model.addAttribute("tally", item.outcome() == null ? voting.tally() : item.tally());
        model.addAttribute("quorate", voting.quorate());
        model.addAttribute("takesPart", voting.attending().contains(me));
        model.addAttribute("isLast", voting.last().filter(me::equals).isPresent());
        model.addAttribute("waitingFor", names(voting.stillToVote(me)));
        model.addAttribute("discussed", f.kind().discussed().contains(item.item().matter().sort()));
        return "meetings/item";
    }

    @GetMapping(ID + "/minutes")
    String minutes(@PathVariable String id, Model model) {
        var f = shown(id, model);
        var signing = f.state().stage() == Stage.SIGNING;
        var open = signing ? f.state().unsigned(f.kind()) : List.<PersonId>of();
        model.addAttribute("open", open);
        model.addAttribute("toSign", open.contains(MeetingAccess.officer().person()));
        return "meetings/minutes";
    }

    @GetMapping(ID + "/minutes.pdf")
    void pdf(@PathVariable String id, HttpServletResponse response) throws IOException {
        var f = access.file(id, MeetingAccess.officer().person());
        if (f.state().digest().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var bytes = paper.pdf(f);
        Download.head(response, "application/pdf", id + ".pdf");
        response.getOutputStream().write(bytes);
    }

    private MeetingFile shown(String id, Model model) {
        var me = MeetingAccess.officer().person();
        var f = access.file(id, me);
        var n = f.state().notice();
        var people = new LinkedHashMap<PersonId, String>();
        n.members().forEach(p -> people.put(p, allocation.nameOf(p)));
        List.of(n.chair(), n.convenor()).forEach(p -> people.put(p, allocation.nameOf(p)));
        f.state().items().stream()
                .map(i -> i.item().handler())
                .filter(java.util.Objects::nonNull)
                .forEach(p -> people.put(p, allocation.nameOf(p)));
        model.addAttribute("f", f);
        model.addAttribute("n", n);
        model.addAttribute("stage", f.state().stage().code());
        model.addAttribute("people", people);
        model.addAttribute("me", me);
        model.addAttribute("leads", me.equals(n.chair()) || me.equals(n.convenor()));
        model.addAttribute("here", "/meetings/" + id);
        model.addAttribute(
                "organName", allocation.organ(n.organ()).map(o -> o.name()).orElse(null));
        model.addAttribute(
                "officers", allocation.officers(n.organ()).stream().map(Officer::person).toList());
        model.addAttribute("staff", allocation.officers(n.organ()));
        return f;
    }

    private List<String> names(List<PersonId> people) {
        return people.stream().map(allocation::nameOf).toList();
    }

    /// Every act of a meeting comes in here.
    @PostMapping(ID + "/acts/{name}")
    String act(
            @PathVariable String id,
            @PathVariable String name,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String back,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        var me = MeetingAccess.officer().person();
        access.file(id, me);
        try {
            var read =
                    MeetingReader.read(name, new MeetingInput(sent))
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            desk.act(id, read, access.stamp(me, command));
            flash.addFlashAttribute("notice", Notice.done("meetings.done." + name));
        } catch (Unreadable e) {
            flash.addFlashAttribute("notice", Notice.warn(e.key()));
        }
        var path = back.matches("items/[0-9]{1,4}|minutes") ? "/" + back : "";
        return "redirect:/meetings/" + id + path;
    }

    /// 合规性审查清单, all questions on one form; a question without an answer stays open.
    @PostMapping(ID + "/checks")
    String checks(
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam int no,
            @RequestParam Map<String, String> sent,
            RedirectAttributes flash) {
        var me = MeetingAccess.officer().person();
        var open =
                access.file(id, me).kind().checklist().stream()
                        .filter(q -> !sent.getOrDefault("answer." + q, "").isBlank())
                        .toList();
        try {
            for (var question : open) {
                var one =
                        Map.of(
                                "no", List.of(String.valueOf(no)),
                                "question", List.of(question),
                                "answer", List.of(sent.get("answer." + question)),
                                "note", List.of(sent.getOrDefault("note." + question, "")));
                var own =
                        UUID.nameUUIDFromBytes(
                                (command + question).getBytes(StandardCharsets.UTF_8));
                desk.act(
                        id,
                        MeetingReader.read("check", new MeetingInput(one)).orElseThrow(),
                        access.stamp(me, own));
            }
            flash.addFlashAttribute("notice", Notice.done("meetings.done.check"));
        } catch (Unreadable e) {
            flash.addFlashAttribute("notice", Notice.warn(e.key()));
        }
        return "redirect:/meetings/" + id + "/items/" + no;
    }

    /// 签字页扫描件: a PDF or JPEG by its first bytes.
    @PostMapping(ID + "/sheet")
    String sheet(
            @PathVariable String id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") List<String> signers,
            @RequestParam MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        var me = MeetingAccess.officer().person();
        access.file(id, me);
        var bytes = file.getBytes();
        var type = mediaType(bytes);
        if (type.isEmpty()) {
            flash.addFlashAttribute("notice", Notice.warn("meetings.error.sheet"));
            return "redirect:/meetings/" + id + "/minutes";
        }
        var stored =
                attachments.receive(
                        command, "meeting:" + id, type.get(), new ByteArrayInputStream(bytes));
        desk.act(
                id,
                new MeetingCommand.KeepSheet(
                        stored.id().toString(),
                        stored.commitment(),
                        type.get(),
                        signers.stream().filter(s -> !s.isBlank()).map(PersonId::new).toList()),
                access.stamp(me, command));
        flash.addFlashAttribute("notice", Notice.done("meetings.done.sheet"));
        return "redirect:/meetings/" + id + "/minutes";
    }

    private static Optional<String> mediaType(byte[] b) {
        if (b.length > 4 && b[0] == '%' && b[1] == 'P' && b[2] == 'D' && b[3] == 'F') {
            return Optional.of("application/pdf");
        }
        return b.length > 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xD8
                ? Optional.of("image/jpeg")
                : Optional.empty();
    }
}
