package org.guiju.app.editor.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.editor.application.Change;
import org.guiju.app.editor.application.Differences;
import org.guiju.app.editor.application.DraftRoom;
import org.guiju.app.laws.Laws;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.powers.web.CatalogRules;
import org.guiju.formats.definition.DefinitionLint;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftNode.Word;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.formats.definition.LawBook;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 核对页: what the examination finds, what is different from the version in force, articles to choose from, and the submission.
@Controller
class CheckPages {
    private static final String ONE = "/catalog/powers/{code}/draft";
    private static final int HITS = 20;
    private final Desk desk;
    private final DraftRoom room;
    private final Laws laws;
    private final Catalogue catalogue;
    private final CatalogRules rules;
    private final PublishDefinition publish;
    private final CaseQuery cases;
    private final OfficialClock clock;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());

    CheckPages(
            Desk desk,
            DraftRoom room,
            Laws laws,
            Catalogue catalogue,
            CatalogRules rules,
            PublishDefinition publish,
            CaseQuery cases,
            OfficialClock clock) {
        this.desk = desk;
        this.room = room;
        this.laws = laws;
        this.catalogue = catalogue;
        this.rules = rules;
        this.publish = publish;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping(ONE + "/lint")
    String lint(@PathVariable String code, Model model, HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var findings = desk.findings(draft.text());
        model.addAttribute("home", Desk.home(code));
        model.addAttribute("draft", draft);
        model.addAttribute("placed", desk.placed(code, EditorPages.root(draft), findings));
        model.addAttribute("rules", DefinitionLint.rules().size());
        return "editor/lint";
    }

    @GetMapping(ONE + "/diff")
    String diff(@PathVariable String code, Model model, HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        model.addAttribute("home", Desk.home(code));
        model.addAttribute("draft", draft);
        fill(code, draft.text(), model);
        return "editor/diff";
    }

    /// The same for a text that waits, for the second person who looks at it.
    @GetMapping(ONE + "/waiting/{version:[0-9]{1,6}}")
    String waiting(@PathVariable String code, @PathVariable int version, Model model) {
        var _ = Desk.officer();
        var text =
                Optional.of(code)
                        .filter(PowerCode::isWellFormed)
                        .flatMap(c -> publish.waiting(c, version))
                        .map(publish::text)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        fill(code, text, model);
        model.addAttribute("back", "/catalog/powers/drafts/" + code + "/" + version);
        return "editor/waiting";
    }

    /// Differences from the version in force, else from the newest there is, and how many open cases keep theirs.
    private void fill(String code, String text, Model model) {
        var root = Objects.requireNonNullElse(DraftText.parse(text).root(), Keyed.EMPTY);
        var against =
                catalogue
                        .inForce(code, clock.today())
                        .or(() -> catalogue.versions(code).stream().findFirst());
        var before =
                against.flatMap(p -> catalogue.text(code, p.version()))
                        .flatMap(DraftRoom::tree)
                        .orElse(Keyed.EMPTY);
        var groups = new LinkedHashMap<String, List<Differences.Difference>>();
        Differences.between(before, root)
                .forEach(d -> groups.computeIfAbsent(d.part(), _ -> new ArrayList<>()).add(d));
        model.addAttribute("groups", groups);
        model.addAttribute("against", against.map(PowerDefinition::version).orElse(0));
        model.addAttribute(
                "openCases", cases.find(new CaseQuery.Filter("open", code, "", "", 1, 1)).total());
    }

    @GetMapping(ONE + "/pick")
    String pick(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String at,
            Model model,
            HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        model.addAttribute("home", Desk.home(code));
        model.addAttribute("draft", draft);
        model.addAttribute("q", q);
        model.addAttribute("at", at);
        model.addAttribute("hits", laws.find(q.strip(), clock.today(), HITS));
        model.addAttribute("today", clock.today());
        return "editor/pick";
    }

    @PostMapping(ONE + "/pick")
    String picked(
            @PathVariable String code,
            @RequestParam String law,
            @RequestParam String number,
            @RequestParam(defaultValue = "") String at,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = Desk.officer();
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var hit = laws.article(law, number, clock.today());
        var root = EditorPages.root(draft);
        if (hit.isPresent()) {
            var list = DraftPath.ROOT.key("basis");
            boolean there =
                    at.matches("[0-9]{1,3}")
                            && root.at(list.item(Integer.parseInt(at))).isPresent();
            if (!there) {
                root = new Change("add", list).in(root);
            }
            int item =
                    there
                            ? Integer.parseInt(at)
                            : root.get("basis") instanceof Items(var all) ? all.size() - 1 : 0;
            var place = list.item(item);
            var basis =
                    root.at(place).orElse(Keyed.EMPTY) instanceof Keyed keyed ? keyed : Keyed.EMPTY;
            var filled =
                    basis.with("rank", new Word(hit.get().law().rank().code()))
                            .with("law", new Word(hit.get().law().name()))
                            .with("article", new Word(hit.get().article().number()));
            // A summary is not the law's wording and is never quoted as such.
            if (hit.get().article().kind() == LawBook.Kind.WORDING) {
                filled = filled.with("text", new Word(hit.get().article().text()));
            }
            DraftNode value = there ? filled : root.with(place, filled).at(list).orElseThrow();
            room.put(code, draft.n(), there ? place : list, value, user.person(), clock.now());
            flash.addFlashAttribute("notice", Notice.done("editor.picked", law, number));
            return "redirect:" + Desk.home(code) + "/basis#f-basis_" + item + "_";
        }
        return "redirect:" + Desk.home(code) + "/basis";
    }

    @PostMapping(ONE + "/answer")
    String answer(
            @PathVariable String code,
            @RequestParam int remark,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = Desk.officer();
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var says = answer.replace("\r\n", "\n").strip();
        if (says.isEmpty()
                || says.length() > 1000
                || says.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            flash.addFlashAttribute("notice", Notice.warn("editor.error.answer"));
        } else {
            int version = EditorPages.number(EditorPages.root(draft).word("version"));
            publish.answer(code, version, remark, says, stamp(user.person().value()));
            flash.addFlashAttribute("notice", Notice.done("editor.answered"));
        }
        return "redirect:" + Desk.home(code) + "#remarks";
    }

    @GetMapping(ONE + "/submit")
    String askSubmit(@PathVariable String code, Model model, HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        return submitPage(code, draft.text(), new FormErrors(), model);
    }

    private String submitPage(String code, String text, FormErrors errors, Model model) {
        model.addAttribute("home", Desk.home(code));
        var placed =
                desk.placed(
                        code,
                        Objects.requireNonNullElse(DraftText.parse(text).root(), Keyed.EMPTY),
                        desk.findings(text));
        model.addAttribute("placed", placed);
        model.addAttribute("loads", reader.read(text, "draft") instanceof LoadResult.Loaded);
        var power = loaded(text);
        power.ifPresent(p -> {
            rules.unfit(p).all().forEach(e -> errors.add("go", e.key(), e.arguments().toArray()));
            model.addAttribute("power", p);
        });
        fill(code, text, model);
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "editor/submit";
    }

    private Optional<PowerDefinition> loaded(String text) {
        return reader.read(text, "draft") instanceof LoadResult.Loaded(var power)
                ? Optional.of(power)
                : Optional.empty();
    }

    @PostMapping(ONE + "/submit")
    String submit(
            @PathVariable String code,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = Desk.officer();
        var draft = desk.draft(code);
        var power = loaded(draft.text());
        if (!desk.may(draft.organ()) || (power.isPresent() && !desk.may(power.get().organ()))) {
            return desk.refused(draft.organ(), model, response);
        }
        if (power.isEmpty() || rules.unfit(power.get()).any()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return submitPage(code, draft.text(), new FormErrors(), model);
        }
        var open = publish.submissible(code, power.get().version());
        if (!open.isEmpty()) {
            throw new RefusalException(open);
        }
        if (!power.get().code().value().equals(code)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return submitPage(
                    code,
                    draft.text(),
                    new FormErrors().add("go", "editor.error.otherCode", code),
                    model);
        }
        publish.submit(draft.text(), code + ".yaml", clock.today(), stamp(user.person().value()));
        room.submitted(draft, user.person(), clock.now());
        flash.addFlashAttribute(
                "notice",
                Notice.done(
                        "catalog.powers.submitted",
                        power.get().name(),
                        Integer.toString(power.get().version()),
                        power.get().inForce().toString()));
        return "redirect:" + Desk.home(code);
    }

    private Stamp stamp(String person) {
        return Stamp.own(clock.now(), person, UUID.randomUUID());
    }
}
