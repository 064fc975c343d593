package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Organ;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.EarlierCases;
import org.guiju.app.cases.application.QueryCodes;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Bringing;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.IntakeCommand;
import org.guiju.kernel.cases.Original;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// 窗口受理页 (O2): the clerk finds the matter, fills the form for the applicant, ticks what was brought, and prints the receipt.
/// Incomplete applications are taken in all the same: what is missing is told once, in writing.
@Controller
@RequestMapping("/desk/intake")
class IntakePages {
    private final CaseDesk desk;
    private final CaseQuery cases;
    private final QueryCodes codes;
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Attachments attachments;
    private final OfficialClock clock;
    private final PageFrame frame;
    private final Openings openings;
    private final DeskAccess access;
    private final EarlierCases told;

    IntakePages(
            CaseDesk desk,
            CaseQuery cases,
            QueryCodes codes,
            Catalogue catalogue,
            Allocation allocation,
            Clerks clerks,
            Attachments attachments,
            OfficialClock clock,
            PageFrame frame,
            Openings openings,
            DeskAccess access,
            EarlierCases told) {
        this.desk = desk;
        this.cases = cases;
        this.codes = codes;
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.clerks = clerks;
        this.attachments = attachments;
        this.clock = clock;
        this.frame = frame;
        this.openings = openings;
        this.access = access;
        this.told = told;
    }

    /// 可受理事项.
    record Offer(PowerDefinition power, Text organ, List<Choice> situations) {}

    /// @param mine whether the officer at the desk may take it in
    /// @param clerks who may today, where he may not
    record Choice(Situation situation, boolean mine, List<String> clerks) {}

    /// 收件凭证上的材料.
    record Brought(Text name, boolean required, boolean brought) {}

    @GetMapping("/new")
    String begin(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String situation,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response) {
        var user = Openings.officer();
        if (power.isEmpty()) {
            var asked = q.strip().toLowerCase(Locale.ROOT);
            model.addAttribute("q", q.length() > 100 ? q.substring(0, 100) : q);
            model.addAttribute("offers", offers(asked, user));
            return "desk/intake";
        }
        var typed = new HashMap<String, String>();
        typed.put("received", clock.today().toString());
        typed.put("kind", "organisation");
        if (!from.isBlank()) {
            earlier(from.strip(), openings.definition(power), situation, user, typed, model);
        }
        return form(
                openings.definition(power),
                situation,
                new IntakeForm(typed, Map.of()),
                UUID.randomUUID(),
                model,
                response);
    }

    /// 从以往办件带入: what the same applicant told this organ in an earlier case, for the clerk to go through with him. It is read as any
    /// case is read, and leaves its trace.
    private void earlier(
            String no,
            PowerDefinition power,
            String situation,
            CurrentUser user,
            Map<String, String> typed,
            Model model) {
        model.addAttribute("from", no);
        var id = no.matches("[0-9]{4}-[0-9]{1,9}") ? cases.byNo(no) : Optional.<UUID>empty();
        boolean here =
                id.flatMap(cases::row)
                        .filter(r -> r.organ().equals(power.organ().value()))
                        .isPresent();
        if (!here || !openings.mayBegin(user, power, situation(power, situation))) {
            model.addAttribute("fromUnknown", true);
            return;
        }
        var file = access.file(no, user);
        var applicant = file.state().opening().applicant();
        typed.put("applicant", applicant.name());
        typed.put("kind", applicant.kind().code());
        told.told(List.of(file), situation(power, situation))
                .values()
                .forEach(t -> typed.put("a-" + t.field().id(), t.answer()));
    }

    private List<Offer> offers(String asked, CurrentUser user) {
        var offers = new ArrayList<Offer>();
        for (var power : catalogue.allInForce(clock.today())) {
            boolean whole = says(asked, power.name(), power.matter().en(), power.code().value());
            var situations =
                    power.situations().stream()
                            .filter(s -> channel(s).isPresent())
                            .filter(s ->
                                    whole
                                            || says(
                                                    asked,
                                                    s.name().zh(),
                                                    s.name().en(),
                                                    s.itemCode()))
                            .map(s -> choice(power, s, user))
                            .toList();
            if (!situations.isEmpty()) {
                offers.add(new Offer(power, organ(power.organ()), situations));
            }
        }
        return offers;
    }

    private Choice choice(PowerDefinition power, Situation situation, CurrentUser user) {
        var role = situation.first().role();
        var organ = power.organAt(situation.first());
        if (clerks.holds(user.person(), role, organ)) {
            return new Choice(situation, true, List.of());
        }
        var holders = clerks.needed(role, organ).holders();
        return new Choice(situation, false, holders.stream().map(o -> o.name()).toList());
    }

    private static boolean says(String asked, @org.jspecify.annotations.Nullable String... texts) {
        for (var text : texts) {
            if (text != null && text.toLowerCase(Locale.ROOT).contains(asked)) {
                return true;
            }
        }
        return false;
    }

    /// Over the counter: the window where the matter has one, else the first way that is not the internet.
    private static Optional<String> channel(Situation situation) {
        // What the office pursues of its own accord nobody brings to the window.
        if (!situation.onApplication()) {
            return Optional.empty();
        }
        var channels = situation.channels();
        return channels.contains("window")
                ? Optional.of("window")
                : channels.stream().filter(c -> !"online".equals(c)).findFirst();
    }

    @PostMapping("/new")
    String submit(
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String situation,
            @RequestParam Map<String, String> typed,
            @RequestParam Map<String, MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        var user = Openings.officer();
        var definition = openings.definition(power);
        var chosen = situation(definition, situation);
        var form = new IntakeForm(typed, files);
        var errors = form.faults(chosen, clock.today(), f -> frame.say(f.label()));
        var refused = List.<Refusal>of();
        // What was not sent is sent again under the same command; what was sent in vain is another
        // try.
        var next = command;
        if (!errors.any()) {
            next = UUID.randomUUID();
            var tried =
                    openings.open(
                            command,
                            user,
                            form,
                            errors,
                            subject -> take(subject, user, definition, chosen, form));
            if (!tried.no().isEmpty()) {
                return "redirect:/desk/intake/" + tried.no();
            }
            refused = tried.refused();
        }
        openings.again(errors, refused, model, response);
        return form(definition, situation, form, next, model, response);
    }

    /// The files are kept in the same transaction as the act that names them.
    private CaseAnswer take(
            String subject,
            CurrentUser user,
            PowerDefinition definition,
            Situation situation,
            IntakeForm form) {
        var name = form.applicant();
        var applicant =
                form.person()
                        ? new Applicant(
                                subject,
                                "",
                                Applicant.Kind.PERSON,
                                name,
                                ApplicationsApi.masked(name))
                        : new Applicant(subject, "", Applicant.Kind.ORGANISATION, name, name);
        var filings =
                situation.materials().stream()
                        .filter(m -> m.source().uploaded() && form.brought(m))
                        .map(m -> filing(subject, m, form))
                        .toList();
        var channel = channel(situation).orElseThrow();
        var bringing = bringing(subject, form);
        var originals = form.originals(situation);
        var code = definition.code().value();
        return desk.open(
                CaseDesk.newCommand(),
                new Actor.Officer(user.person()),
                code,
                no ->
                        handed(
                                new CaseCommand.SubmitApplication(
                                        no,
                                        code,
                                        situation.id(),
                                        channel,
                                        applicant,
                                        form.answers(situation),
                                        filings,
                                        form.received().orElseThrow(),
                                        form.lateReason()),
                                bringing,
                                originals),
                form.voucher(),
                desk.now());
    }

    /// The application as it is, where the applicant brought it and showed no original.
    private static CaseCommand.Opening handed(
            CaseCommand.SubmitApplication application,
            Bringing bringing,
            List<Original.Shown> originals) {
        return bringing.way() == Bringing.Way.SELF && originals.isEmpty()
                ? application
                : new IntakeCommand.Handed(application, bringing, originals, List.of());
    }

    private Bringing bringing(String subject, IntakeForm form) {
        var input = form.bringing();
        var paper =
                input.way() == Bringing.Way.AGENT && form.mandate().isPresent()
                        ? stored(subject, form.mandate().get(), IntakeForm.MANDATE)
                        : null;
        return input.bringing(paper);
    }

    private Filing stored(String subject, MultipartFile file, Material material) {
        try {
            var type = Optional.ofNullable(IntakeForm.kind(file, material)).orElseThrow();
            var stored = attachments.receive(subject, type, file.getInputStream());
            return new Filing(
                    material.id(),
                    stored.id().toString(),
                    stored.commitment(),
                    fileName(file, material),
                    stored.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The scan; where there is paper only, a note that the window holds the paper.
    private Filing filing(String subject, Material material, IntakeForm form) {
        var scan = form.scan(material);
        if (scan.isPresent()) {
            return stored(subject, scan.get(), material);
        }
        var note = "窗口收取纸质件：" + material.name().zh();
        var stored =
                attachments.store(
                        subject,
                        "text/plain",
                        new ByteArrayInputStream(note.getBytes(StandardCharsets.UTF_8)));
        return new Filing(
                material.id(),
                stored.id().toString(),
                stored.commitment(),
                "纸质件.txt",
                stored.size());
    }

    private static String fileName(MultipartFile file, Material material) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
        boolean plain =
                !name.isEmpty()
                        && name.length() <= 200
                        && org.guiju.app.cases.application.CommandInput.storable(name);
        return plain ? name : material.name().zh();
    }

    private String form(
            PowerDefinition definition,
            String situation,
            IntakeForm form,
            UUID command,
            Model model,
            HttpServletResponse response) {
        var chosen = situation(definition, situation);
        if (!openings.mayBegin(Openings.officer(), definition, chosen)) {
            return openings.notYours(definition, chosen, model, response);
        }
        model.addAttribute("power", definition);
        model.addAttribute("situation", chosen);
        model.addAttribute("channel", channel(chosen).orElseThrow());
        model.addAttribute("form", form);
        model.addAttribute("vouchers", desk.vouchers(Openings.officer().person()));
        model.addAttribute("command", command);
        model.addAttribute("helpers", helpers(definition.organAt(chosen.first())));
        model.addAttribute(
                "materials",
                chosen.materials().stream().filter(m -> m.source().uploaded()).toList());
        return "desk/intake-form";
    }

    /// 收件凭证: number, query code, what was brought and what is still missing.
    @GetMapping("/{no}")
    String receipt(@PathVariable String no, Model model) {
        var user = Openings.officer();
        var file =
                no.matches("[0-9]{4}-[0-9]{1,9}")
                        ? cases.byNo(no).flatMap(desk::file)
                        : Optional.<CaseFile>empty();
        var found = file.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var definition = found.definition();
        // The query code opens the case to whoever has it: only the window may print it again.
        if (!openings.mayBegin(user, definition, found.situation())) {
            throw new AccessDeniedException("the receipt is the window's");
        }
        var opening = found.state().opening();
        var filed = found.state().filings().stream().map(Filing::material).toList();
        model.addAttribute("opening", opening);
        model.addAttribute("power", definition);
        model.addAttribute("situation", found.situation());
        model.addAttribute("organ", allocation.organ(definition.organ()).orElse(null));
        model.addAttribute("code", codes.of(found.id()));
        model.addAttribute("late", opening.receivedOn().isBefore(today(found)));
        model.addAttribute("entered", today(found));
        model.addAttribute(
                "unconfirmed",
                found.state().open().stream()
                        .anyMatch(
                                r -> r.late() && r.step().equals(found.situation().first().id())));
        model.addAttribute(
                "materials",
                found.situation().materials().stream()
                        .filter(m -> m.source().uploaded())
                        .map(m -> new Brought(m.name(), m.required(), filed.contains(m.id())))
                        .toList());
        model.addAttribute(
                "unanswered",
                found.situation().fields().stream()
                        .filter(f ->
                                f.required()
                                        && found.state()
                                                .answers()
                                                .getOrDefault(f.id(), "")
                                                .isBlank())
                        .map(org.guiju.kernel.powers.Field::label)
                        .toList());
        var intake = found.state().intake();
        model.addAttribute("intake", intake);
        model.addAttribute("helper", intake.helper().map(allocation::nameOf).orElse(""));
        model.addAttribute("originals", originals(found));
        return "desk/intake-receipt";
    }

    /// 代办人员: whoever holds a post today, those of the organ first.
    private List<Helper> helpers(OrganId organ) {
        var today = clock.today();
        return allocation.roster().assignments().stream()
                .filter(a -> a.on(today))
                .sorted(java.util.Comparator.comparing(a -> !a.organ().equals(organ)))
                .map(a ->
                        new Helper(
                                a.person().value(),
                                allocation.nameOf(a.person()),
                                organ(a.organ())))
                .distinct()
                .toList();
    }

    /// 核验的原件, with who saw it.
    record Seen(Text name, Original original, String by) {}

    private List<Seen> originals(CaseFile file) {
        return file.state().intake().originals().values().stream()
                .map(o ->
                        new Seen(
                                file.situation()
                                        .material(o.material())
                                        .map(Material::name)
                                        .orElse(Text.zh(o.material())),
                                o,
                                o.seenBy() == null ? "" : allocation.nameOf(o.seenBy())))
                .toList();
    }

    /// 代办人员.
    record Helper(String id, String name, Text organ) {}

    /// The day on which it was entered.
    private static LocalDate today(CaseFile file) {
        return OfficialClock.dayOf(file.traces().getFirst().entry().at());
    }

    private static Situation situation(PowerDefinition definition, String id) {
        return definition
                .situation(id)
                .filter(s -> channel(s).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Text organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).orElseGet(() -> Text.zh(organ.value()));
    }
}
