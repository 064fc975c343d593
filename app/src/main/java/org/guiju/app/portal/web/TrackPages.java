package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.Drafts;
import org.guiju.app.cases.application.QueryCodes;
import org.guiju.app.cases.application.Readings;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.cases.application.Uploads;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.security.RateLimits;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.portal.application.Story;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.RecusalCommand;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VerbCommand;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
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

/// 进度查询: number and query code open a case to its applicant, who acts on it as the follower the case knows.
@Controller
class TrackPages {
    private static final int LONGEST = 1000;
    private static final RateLimits.Limit WRONG =
            new RateLimits.Limit("query-code", 5, Duration.ofMinutes(1));
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final QueryCodes codes;
    private final Drafts drafts;
    private final Files files;
    private final Story story;
    private final RateLimits tries;
    private final PortalWords words;
    private final PageFrame frame;
    private final TrackDoor door;
    private final CasePapers papers;
    private final Readings readings;
    private final TrackRecusals recusals;

    TrackPages(
            CaseQuery cases,
            CaseDesk desk,
            QueryCodes codes,
            Drafts drafts,
            Files files,
            Story story,
            RateLimits tries,
            PortalWords words,
            PageFrame frame,
            TrackDoor door,
            CasePapers papers,
            Readings readings,
            TrackRecusals recusals) {
        this.recusals = recusals;
        this.cases = cases;
        this.desk = desk;
        this.codes = codes;
        this.drafts = drafts;
        this.files = files;
        this.story = story;
        this.tries = tries;
        this.words = words;
        this.frame = frame;
        this.door = door;
        this.papers = papers;
        this.readings = readings;
    }

    @GetMapping("/track")
    String form(@RequestParam(defaultValue = "") String no, Model model) {
        model.addAttribute("no", Asked.text(no));
        return "portal/track";
    }

    /// A wrong number and a wrong code are told alike.
    @PostMapping("/track")
    ModelAndView open(
            @RequestParam(defaultValue = "") String no,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Model model) {
        tries.spent(WRONG, request.getRemoteAddr())
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
        var plain =
                java.text.Normalizer.normalize(Asked.text(no), java.text.Normalizer.Form.NFKC)
                        .replaceAll("\\s", "");
        var found = cases.byNo(plain);
        boolean right =
                codes.matches(found.orElse(new UUID(0, 0)), Asked.text(code)) && found.isPresent();
        if (!right) {
            tries.count(WRONG, request.getRemoteAddr());
            model.addAttribute("no", Asked.text(no));
            model.addAttribute("errors", new FormErrors().add("no", "portal.track.wrong"));
            return invalid("portal/track", model);
        }
        request.getSession(true);
        request.changeSessionId();
        Followed.allow(request, found.get());
        return new ModelAndView("redirect:/track/" + plain);
    }

    @GetMapping("/track/{no}")
    String show(@PathVariable String no, HttpServletRequest request, Model model) {
        var file = door.allowed(no, request);
        if (file.isEmpty()) {
            model.asMap().clear();
            return "redirect:/track?no="
                    + java.net.URLEncoder.encode(
                            Asked.text(no), java.nio.charset.StandardCharsets.UTF_8);
        }
        fill(file.get(), model);
        return "portal/case";
    }

    private void fill(CaseFile file, Model model) {
        var state = file.state();
        var supplement = story.supplement(file);
        model.addAttribute("file", file);
        model.addAttribute("no", state.opening().no());
        model.addAttribute("name", words.name(file.definition()));
        model.addAttribute("organ", words.organ(file.definition().organ()));
        model.addAttribute("sentence", story.sentence(file));
        model.addAttribute("now", story.now(file));
        model.addAttribute("lines", story.lines(file));
        model.addAttribute(
                "papers",
                papers.of(file.id()).stream().filter(CasePapers.Issued::applicant).toList());
        model.addAttribute("receipts", TrackReceipts.offers(file));
        model.addAttribute("readings", readers(file));
        model.addAttribute("mine", !account(file).isEmpty());
        model.addAttribute(
                "withdrawable",
                file.situation().onApplication() && state.decided() == null && !state.isClosed());
        penalty(file, model);
        recusals.fill(file, model);
        model.addAttribute("urgeable", urgeable(file));
        model.addAttribute("hearing", story.hearing(file));
        model.addAttribute("typed", state.answers());
        model.addAttribute("largest", Uploads.LARGEST / (1024 * 1024));
        if (supplement != null && supplement.work() instanceof StepWork.Supplement asked) {
            model.addAttribute("supplement", asked);
            model.addAttribute("askedFields", fields(file, asked));
            model.addAttribute("askedMaterials", materials(file, asked));
        }
        var decided = state.decided();
        if (decided != null) {
            model.addAttribute(
                    "unmet",
                    file.definition().conditions().stream()
                            .flatMap(c -> c.standards().stream())
                            .filter(s -> decided.unmet().contains(s.id()))
                            .map(Condition.Standard::says)
                            .toList());
        }
    }

    /// 查阅人: post and organ, not the name.
    record Reader(java.time.Instant at, Text post, Text organ) {}

    private List<Reader> readers(CaseFile file) {
        return readings.shownToParty(file.id()).stream()
                .map(r ->
                        new Reader(
                                r.at(),
                                words.post(r.officer()),
                                words.organ(new OrganId(r.organ()))))
                .toList();
    }

    /// What the person concerned reads of a penalty: what is going to be decided or was, what he may say, and what he owes.
    private void penalty(CaseFile file, Model model) {
        if (file.definition().penalty() == null) {
            return;
        }
        var penalty = file.state().penalty();
        var decided = penalty.decided();
        var told = penalty.told();
        model.addAttribute("penalty", true);
        model.addAttribute("answer", story.answer(file));
        model.addAttribute("told", told);
        model.addAttribute(
                "toldDay",
                file.state().latest(StepWork.Notice.class).map(StepWork.Notice::told).orElse(null));
        var sanction = decided != null ? decided.sanction() : told == null ? null : told.sanction();
        model.addAttribute("sanction", Sanctions.read(file.definition(), sanction).orElse(null));
        Sanctions.account(file)
                .ifPresent(a -> {
                    model.addAttribute("account", a);
                    model.addAttribute("dueWords", dueWords(a));
                });
    }

    private Text dueWords(Sanctions.Account account) {
        return new Text(DerivationWords.zh(account.due()), DerivationWords.en(account.due()));
    }

    private static List<Field> fields(CaseFile file, StepWork.Supplement asked) {
        return file.situation().fields().stream()
                .filter(f -> asked.items().contains(f.id()))
                .toList();
    }

    private static List<Material> materials(CaseFile file, StepWork.Supplement asked) {
        return file.situation().materials().stream()
                .filter(m -> asked.items().contains(m.id()) && m.source().uploaded())
                .toList();
    }

    @PostMapping("/track/{no}/supply")
    ModelAndView supply(
            @PathVariable String no,
            @RequestParam Map<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var file = mine(no, request);
        var round = story.supplement(file);
        if (round == null || !(round.work() instanceof StepWork.Supplement asked)) {
            return back(file);
        }
        var input =
                FieldInput.read(fields(file, asked), form, file.today(), frame.language(), true);
        var subject = file.state().opening().applicant().subject();
        List<Filing> filings = new ArrayList<>();
        // Nothing is kept of a form with faults in its fields; files are taken once the fields are
        // right.
        if (!input.errors().any()) {
            filings.addAll(
                    files.take(subject, materials(file, asked), sent, _ -> 0, input.errors()));
            materials(file, asked).stream()
                    .filter(m ->
                            m.required()
                                    && filings.stream().noneMatch(f -> f.material().equals(m.id())))
                    .filter(m -> input.errors().of("m-" + m.id()) == null)
                    .forEach(m ->
                            input.errors()
                                    .add(
                                            "m-" + m.id(),
                                            "apply.upload.missing",
                                            frame.say(m.name())));
        }
        if (input.errors().any()) {
            fill(file, model);
            model.addAttribute("errors", input.errors());
            model.addAttribute("typed", input.typed());
            return invalid("portal/case", model);
        }
        return act(
                file,
                new CaseCommand.SupplyMaterials(round.step(), input.good(), filings),
                "portal.track.supplied",
                flash);
    }

    @PostMapping("/track/{no}/withdraw")
    ModelAndView withdraw(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var file = mine(no, request);
        var text = reason.replace("\r\n", "\n").strip();
        var errors = new FormErrors();
        if (!sure.equals("yes")) {
            errors.add("sure", "portal.track.sure");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            errors.add("reason", "portal.objection.too-long", LONGEST);
        } else if (!CommandInput.storable(text)) {
            errors.add("reason", "portal.objection.control-character");
        }
        if (errors.any()) {
            fill(file, model);
            model.addAttribute("errors", errors);
            model.addAttribute("reason", reason);
            return invalid("portal/case", model);
        }
        return act(file, new CaseCommand.Withdraw(text), "portal.track.withdrawn", flash);
    }

    @PostMapping("/track/{no}/hearing")
    ModelAndView hearing(
            @PathVariable String no, HttpServletRequest request, RedirectAttributes flash) {
        var file = mine(no, request);
        StepRound round = story.hearing(file);
        if (round == null) {
            return back(file);
        }
        var party = file.state().opening().applicant().name();
        return act(
                file,
                new CaseCommand.RequestHearing(round.step(), party, file.today(), ""),
                "portal.track.hearingAsked",
                flash);
    }

    /// 陈述申辩 of the person concerned.
    @PostMapping("/track/{no}/statement")
    ModelAndView state(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String statement,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var file = mine(no, request);
        var round = story.answer(file);
        if (round == null || file.definition().penalty() == null) {
            return back(file);
        }
        var text =
                java.text.Normalizer.normalize(
                                statement.replace("\r\n", "\n"), java.text.Normalizer.Form.NFC)
                        .strip();
        var errors = new FormErrors();
        if (text.isEmpty()) {
            errors.add("statement", "portal.statement.required");
        } else if (text.codePointCount(0, text.length()) > CommandInput.LONGEST) {
            errors.add("statement", "portal.objection.too-long", CommandInput.LONGEST);
        } else if (!CommandInput.storable(text)) {
            errors.add("statement", "portal.objection.control-character");
        }
        if (errors.any()) {
            fill(file, model);
            model.addAttribute("errors", errors);
            model.addAttribute("statement", statement);
            return invalid("portal/case", model);
        }
        var party = file.state().opening().applicant().name();
        return act(
                file,
                new CaseCommand.RecordStatement(round.step(), party, text),
                "portal.statement.done",
                flash);
    }

    /// 申请回避 (公务员法 77, 行政处罚法 43).
    @PostMapping("/track/{no}/recusal")
    ModelAndView recusal(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String grounds,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var file = mine(no, request);
        var errors = new FormErrors();
        var person = recusals.chosen(file, who);
        var text = grounds.replace("\r\n", "\n").strip();
        if (person.isEmpty()) {
            errors.add("who", "portal.recusal.who.required");
        }
        if (text.isEmpty()) {
            errors.add("grounds", "portal.recusal.reason.required");
        } else if (text.codePointCount(0, text.length()) > LONGEST) {
            errors.add("grounds", "portal.objection.too-long", LONGEST);
        } else if (!CommandInput.storable(text)) {
            errors.add("grounds", "portal.objection.control-character");
        }
        if (errors.any()) {
            fill(file, model);
            model.addAttribute("errors", errors);
            model.addAttribute("who", who);
            model.addAttribute("grounds", grounds);
            return invalid("portal/case", model);
        }
        return act(
                file,
                new RecusalCommand.SeekRecusal(person.orElseThrow(), text),
                "portal.recusal.done",
                flash);
    }

    /// 催办: once a day, at the step that the office has in hand.
    @PostMapping("/track/{no}/urge")
    ModelAndView urge(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String urging,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var file = mine(no, request);
        var step = urgeable(file);
        if (step.isEmpty()) {
            return back(file);
        }
        var text = urging.replace("\r\n", "\n").strip();
        var errors = new FormErrors();
        if (text.isEmpty()) {
            errors.add("urging", "portal.urge.note.required");
        } else if (text.codePointCount(0, text.length()) > LONGEST) {
            errors.add("urging", "portal.objection.too-long", LONGEST);
        } else if (!CommandInput.storable(text)) {
            errors.add("urging", "portal.objection.control-character");
        }
        if (errors.any()) {
            fill(file, model);
            model.addAttribute("errors", errors);
            model.addAttribute("urging", urging);
            return invalid("portal/case", model);
        }
        return act(file, new VerbCommand.Urge(step, text), "portal.urge.done", flash);
    }

    /// The step that the office has in hand and that was not urged today; empty where there is none.
    private static String urgeable(CaseFile file) {
        return file.state().open().stream()
                .filter(r -> !r.kind().waitsForApplicant() && r.kind() != StepKind.PUBLICITY)
                .map(StepRound::step)
                .filter(s ->
                        file.state().course().events().stream()
                                .noneMatch(e ->
                                        e instanceof VerbEvent.Urged u
                                                && u.by() == null
                                                && u.step().equals(s)
                                                && u.on().equals(file.today())))
                .findFirst()
                .orElse("");
    }

    /// 放弃陈述申辩和听证: said twice over, for it cannot be taken back.
    @PostMapping("/track/{no}/waive")
    ModelAndView waive(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String waived,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var file = mine(no, request);
        var round = story.answer(file);
        if (round == null || file.definition().penalty() == null) {
            return back(file);
        }
        if (!waived.equals("yes")) {
            fill(file, model);
            model.addAttribute("errors", new FormErrors().add("waived", "portal.waive.sure"));
            return invalid("portal/case", model);
        }
        var party = file.state().opening().applicant().name();
        return act(
                file,
                new CaseCommand.WaiveHearing(round.step(), party),
                "portal.waive.done",
                flash);
    }

    /// 我的办件: drafts and cases of the citizen signed in.
    @GetMapping("/account")
    String account(Model model) {
        var user = CurrentUser.now();
        if (user.isEmpty()) {
            return "redirect:/login";
        }
        var account = user.get().accountId().toString();
        model.addAttribute("drafts", drafts.ofAccount(account));
        model.addAttribute("rows", cases.ofAccount(account));
        return "portal/account";
    }

    private ModelAndView act(
            CaseFile file, CaseCommand command, String done, RedirectAttributes flash) {
        Refusals.unlessDone(
                desk.act(
                        CaseDesk.newCommand(),
                        new Actor.Citizen(account(file)),
                        file.id(),
                        command));
        flash.addFlashAttribute("notice", Notice.done(done));
        return back(file);
    }

    private static ModelAndView back(CaseFile file) {
        return new ModelAndView("redirect:/track/" + file.state().opening().no());
    }

    /// The follower that the case knows; empty for an application from the window, which is followed but not acted on here.
    private static String account(CaseFile file) {
        return TrackDoor.account(file);
    }

    private CaseFile mine(String no, HttpServletRequest request) {
        return door.allowed(no, request)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView invalid(String view, Model model) {
        var page = new ModelAndView(view, model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
