package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.Drafts;
import org.guiju.app.cases.application.QueryCodes;
import org.guiju.app.cases.application.Uploads;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.portal.application.Applying;
import org.guiju.app.portal.application.Bringings;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 网上申请: start, task list, one section a page, files, check, send, receipt. One thing a page, nothing by script.
@Controller
class ApplyPages {
    private final Catalogue catalogue;
    private final Drafts drafts;
    private final Files files;
    private final CaseDesk desk;
    private final QueryCodes codes;
    private final PortalWords words;
    private final PageFrame frame;
    private final OfficialClock clock;
    private final ApplyEarlier earlier;

    ApplyPages(
            Catalogue catalogue,
            Drafts drafts,
            Files files,
            CaseDesk desk,
            QueryCodes codes,
            PortalWords words,
            PageFrame frame,
            OfficialClock clock,
            ApplyEarlier earlier) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.files = files;
        this.desk = desk;
        this.codes = codes;
        this.words = words;
        this.frame = frame;
        this.clock = clock;
        this.earlier = earlier;
    }

    @GetMapping("/powers/{code}/apply")
    String start(@PathVariable String code, @RequestParam Optional<String> situation, Model model) {
        var definition = applicable(code);
        var open =
                definition.situations().stream()
                        .filter(s -> s.channels().contains("online"))
                        .toList();
        model.addAttribute("power", definition);
        model.addAttribute("name", words.name(definition));
        model.addAttribute("situations", open);
        model.addAttribute(
                "chosen", situation.orElse(open.size() == 1 ? open.getFirst().id() : ""));
        return "apply/start";
    }

    @PostMapping("/powers/{code}/apply")
    ModelAndView begin(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String situation,
            Model model) {
        var definition = applicable(code);
        var chosen = definition.situation(situation).filter(s -> s.channels().contains("online"));
        if (chosen.isEmpty()) {
            start(code, Optional.empty(), model);
            model.addAttribute(
                    "errors", new FormErrors().add("situation", "apply.fault.situation"));
            return invalid("apply/start", model);
        }
        var draft = drafts.begin(code, definition.version(), situation, account());
        return new ModelAndView("redirect:/applications/" + draft.ref());
    }

    @GetMapping("/applications/{ref}")
    String tasks(@PathVariable String ref, Model model) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return done(applying);
        }
        fill(applying, model);
        return "apply/tasks";
    }

    @GetMapping("/applications/{ref}/{section}")
    String section(
            @PathVariable String ref,
            @PathVariable String section,
            @RequestParam Optional<String> back,
            Model model) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return done(applying);
        }
        section(applying, section, back.filter("check"::equals).orElse(""), model);
        model.addAttribute("typed", applying.answers());
        return "apply/section";
    }

    private void section(Applying applying, String section, String back, Model model) {
        if (!applying.sections().contains(section)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        fill(applying, model);
        model.addAttribute("section", section);
        model.addAttribute("fields", applying.fields(section));
        model.addAttribute("number", applying.sections().indexOf(section) + 1);
        model.addAttribute("back", back);
    }

    @PostMapping("/applications/{ref}/{section}")
    ModelAndView save(
            @PathVariable String ref,
            @PathVariable String section,
            @RequestParam Map<String, String> form,
            Model model) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return new ModelAndView(done(applying));
        }
        var back = "check".equals(form.get("back")) ? "check" : "";
        section(applying, section, back, model);
        var fields = applying.fields(section);
        var input = FieldInput.read(fields, form, clock.today(), frame.language(), true);
        var asked = new HashSet<String>();
        fields.forEach(f -> {
            asked.add(f.id());
            // Whoever saves it has looked at it.
            asked.add(Applying.FROM + f.id());
        });
        drafts.change(applying.draft().ref(), c -> c.with(input.good(), asked, section));
        if (input.errors().any()) {
            model.addAttribute("errors", input.errors());
            model.addAttribute("typed", input.typed());
            return invalid("apply/section", model);
        }
        return new ModelAndView("redirect:/applications/" + ref + next(applying, section, back));
    }

    private static String next(Applying applying, String section, String back) {
        if (!back.isEmpty()) {
            return "/check";
        }
        var sections = applying.sections();
        int at = sections.indexOf(section);
        if (at + 1 < sections.size()) {
            return "/" + sections.get(at + 1);
        }
        return applying.materials().isEmpty() ? "/check" : "/materials";
    }

    @GetMapping("/applications/{ref}/materials")
    String materials(@PathVariable String ref, Model model) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return done(applying);
        }
        fill(applying, model);
        return "apply/materials";
    }

    @PostMapping("/applications/{ref}/materials")
    ModelAndView upload(
            @PathVariable String ref,
            @RequestParam MultiValueMap<String, MultipartFile> sent,
            @RequestParam(defaultValue = "") String go,
            Model model,
            RedirectAttributes flash) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return new ModelAndView(done(applying));
        }
        var errors = new FormErrors();
        var taken =
                files.take(
                        applying.draft().subject(),
                        applying.materials(),
                        sent,
                        m -> applying.filings(m).size(),
                        errors);
        drafts.change(applying.draft().ref(), c -> c.with(joined(c.filings(), taken)));
        if (errors.any()) {
            fill(known(ref), model);
            model.addAttribute("errors", errors);
            return invalid("apply/materials", model);
        }
        if (!taken.isEmpty()) {
            flash.addFlashAttribute("notice", Notice.done("apply.materials.taken", taken.size()));
        }
        return new ModelAndView(
                "redirect:/applications/" + ref + (go.equals("check") ? "/check" : "/materials"));
    }

    /// Looked at again under the lock, so that two uploads at once do not pass the limit together.
    private static List<Filing> joined(List<Filing> there, List<Filing> more) {
        var all = new ArrayList<>(there);
        for (var filing : more) {
            if (all.stream().filter(f -> f.material().equals(filing.material())).count()
                    < Uploads.MOST) {
                all.add(filing);
            }
        }
        return all;
    }

    @PostMapping("/applications/{ref}/materials/delete")
    String delete(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String attachment,
            RedirectAttributes flash) {
        var applying = known(ref);
        drafts.change(
                applying.draft().ref(),
                c ->
                        c.with(
                                c.filings().stream()
                                        .filter(f -> !f.attachment().equals(attachment))
                                        .toList()));
        flash.addFlashAttribute("notice", Notice.done("apply.materials.deleted"));
        return "redirect:/applications/" + ref + "/materials";
    }

    @GetMapping("/applications/{ref}/check")
    String check(@PathVariable String ref, Model model) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return done(applying);
        }
        fill(applying, model);
        return "apply/check";
    }

    @PostMapping("/applications/{ref}/check")
    ModelAndView send(@PathVariable String ref, Model model) {
        var applying = known(ref);
        var draft = applying.draft();
        if (draft.caseId() != null) {
            return new ModelAndView(done(applying));
        }
        var open = applying.indispensable();
        if (!open.isEmpty()) {
            var errors = new FormErrors();
            open.forEach(f ->
                    errors.add(
                            "a-" + f.id(),
                            "apply.fault." + FieldInput.required(f),
                            frame.say(f.label())));
            fill(applying, model);
            model.addAttribute("errors", errors);
            return invalid("apply/check", model);
        }
        if (applying.bringingStatus() != Applying.Status.COMPLETED) {
            return new ModelAndView("redirect:/applications/" + ref + "/bringing");
        }
        var fetched = earlier.results(applying);
        CaseAnswer answer;
        try {
            answer =
                    desk.open(
                            draft.command(),
                            new CaseFacts.Actor.Citizen(draft.follower()),
                            draft.power(),
                            no -> applying.command(no, fetched));
        } catch (CommandGate.AnotherBody _) {
            var errors = new FormErrors();
            errors.add("resent", "apply.fault.resent", frame.site().hotline());
            fill(applying, model);
            model.addAttribute("errors", errors);
            return invalid("apply/check", model);
        }
        if (answer instanceof CaseAnswer.Refused) {
            drafts.change(draft.ref(), Drafts.Content::refused);
        }
        drafts.sent(draft.ref(), Refusals.unlessDone(answer).caseId());
        return new ModelAndView("redirect:/applications/" + ref + "/done");
    }

    @GetMapping("/applications/{ref}/done")
    String receipt(@PathVariable String ref, HttpServletRequest request, Model model) {
        var applying = known(ref);
        var caseId = applying.draft().caseId();
        if (caseId == null) {
            return "redirect:/applications/" + ref;
        }
        var file =
                desk.file(caseId)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Followed.allow(request, caseId);
        model.addAttribute("file", file);
        model.addAttribute("no", file.state().opening().no());
        model.addAttribute("held", files.held(file.state().filings()));
        model.addAttribute("code", codes.of(caseId));
        model.addAttribute("name", words.name(file.definition()));
        model.addAttribute("organ", words.organ(file.definition().organ()));
        Clocks.notice(file.situation(), file.state(), file.facts().calendar())
                .ifPresent(d -> model.addAttribute("noticeBy", d.lastDay()));
        file.promise().ifPresent(p -> model.addAttribute("promiseBy", p.due()));
        return "apply/done";
    }

    /// 使用以往填写的内容: what is empty is filled; what was typed stays.
    @PostMapping("/applications/{ref}/earlier")
    String takeOver(@PathVariable String ref, RedirectAttributes flash) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return done(applying);
        }
        var told = earlier.told(applying);
        drafts.change(
                applying.draft().ref(),
                c -> {
                    var more = new java.util.LinkedHashMap<String, String>();
                    told.values().stream()
                            .filter(t -> c.answers().getOrDefault(t.field().id(), "").isEmpty())
                            .forEach(t -> {
                                more.put(t.field().id(), t.answer());
                                more.put(Applying.FROM + t.field().id(), t.no());
                            });
                    return c.with(more);
                });
        flash.addFlashAttribute("notice", Notice.done("apply.earlier.taken"));
        return "redirect:/applications/" + ref;
    }

    /// 谁来办理: the applicant himself, or an agent with a mandate (行政许可法 29).
    @GetMapping("/applications/{ref}/bringing")
    String bringing(@PathVariable String ref, Model model) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return done(applying);
        }
        fill(applying, model);
        model.addAttribute("form", Bringings.input(applying.draft().content()).value());
        model.addAttribute("paper", Bringings.paper(applying.draft().content()));
        return "apply/bringing";
    }

    @PostMapping("/applications/{ref}/bringing")
    ModelAndView bring(
            @PathVariable String ref,
            @RequestParam Map<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> sent,
            Model model) {
        var applying = known(ref);
        if (applying.draft().caseId() != null) {
            return new ModelAndView(done(applying));
        }
        var errors = new FormErrors();
        var taken = files.mandate(applying.draft().subject(), sent, errors);
        drafts.change(
                applying.draft().ref(),
                c -> {
                    var kept = c.with(Bringings.kept(form), Bringings.names(), Bringings.SECTION);
                    var all = new ArrayList<>(kept.filings());
                    all.addAll(taken);
                    return taken.isEmpty() ? kept : kept.with(all);
                });
        var content = known(ref).draft().content();
        Bringings.input(content)
                .faults(
                        Bringings.paper(content) != null,
                        (field, why) -> errors.add(field, "intake.error." + why, ""));
        if (errors.any()) {
            fill(known(ref), model);
            model.addAttribute(
                    "form",
                    (java.util.function.UnaryOperator<String>) k -> form.getOrDefault(k, ""));
            model.addAttribute("paper", Bringings.paper(content));
            model.addAttribute("errors", errors);
            return invalid("apply/bringing", model);
        }
        return new ModelAndView("redirect:/applications/" + ref);
    }

    private static String done(Applying applying) {
        return "redirect:/applications/" + applying.draft().ref() + "/done";
    }

    private void fill(Applying applying, Model model) {
        model.addAttribute("a", applying);
        model.addAttribute("ref", applying.draft().ref());
        model.addAttribute("name", words.name(applying.definition()));
        earlier.fill(applying, model);
        model.addAttribute("held", files.held(applying.draft().content().filings()));
        model.addAttribute("largest", Uploads.LARGEST / (1024 * 1024));
        model.addAttribute("most", Uploads.MOST);
    }

    private static ModelAndView invalid(String view, Model model) {
        var page = new ModelAndView(view, model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// The citizen signed in; empty for everybody else, an officer included, who applies as anybody does.
    private static String account() {
        return CurrentUser.now()
                .filter(u -> !u.officer())
                .map(u -> u.accountId().toString())
                .orElse("");
    }

    /// The draft with the definition that would apply today. A citizen's draft opens only for him, once he is signed in
    /// as somebody else it does not.
    private Applying known(String ref) {
        var missing = new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (!ref.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw missing;
        }
        var draft = drafts.find(UUID.fromString(ref)).orElseThrow(() -> missing);
        var definition =
                catalogue
                        .inForce(draft.power(), clock.today())
                        .filter(d -> d.situation(draft.situation()).isPresent())
                        .or(() -> catalogue.version(draft.power(), draft.version()))
                        .orElseThrow(() -> missing);
        Situation situation = definition.situation(draft.situation()).orElseThrow(() -> missing);
        return new Applying(draft, definition, situation, clock.today());
    }

    /// The power in force; a power that is on no list is unknown, one that is not in force is refused with its article.
    private PowerDefinition applicable(String code) {
        var listing = catalogue.listing(code, clock.today());
        if (listing == CaseFacts.Listing.UNKNOWN) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        listing.obstacle()
                .ifPresent(rule -> {
                    throw new RefusalException(
                            List.of(new Refusal(rule, rule.basis(), Map.of("power", code))));
                });
        return catalogue
                .inForce(code, clock.today())
                .filter(PowerDefinition::external)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
