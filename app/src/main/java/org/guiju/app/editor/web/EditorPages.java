package org.guiju.app.editor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiju.app.editor.Drafts;
import org.guiju.app.editor.application.Beginnings;
import org.guiju.app.editor.application.Change;
import org.guiju.app.editor.application.DraftRoom;
import org.guiju.app.editor.application.DraftRoom.Saved;
import org.guiju.app.editor.application.FormBuilder;
import org.guiju.app.editor.application.Merge;
import org.guiju.app.editor.application.Section;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.formats.bpmn.BpmnImport;
import org.guiju.formats.definition.DefinitionLint.Reported;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 制度编制页: drafts, the task list of one, and its sections. Works without a script; every button saves.
@Controller
class EditorPages {
    private static final String LIST = "/catalog/powers/draft";
    private static final String ONE = "/catalog/powers/{code}/draft";
    private final Desk desk;
    private final Drafts drafts;
    private final DraftRoom room;
    private final Beginnings beginnings;
    private final PublishDefinition publish;
    private final OfficialClock clock;

    EditorPages(
            Desk desk,
            Drafts drafts,
            DraftRoom room,
            Beginnings beginnings,
            PublishDefinition publish,
            OfficialClock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.room = room;
        this.beginnings = beginnings;
        this.publish = publish;
        this.clock = clock;
    }

    /// 草稿行.
    record Row(
            Drafts.State state,
            String name,
            org.guiju.kernel.shared.Text organ,
            String by,
            boolean mine) {}

    @GetMapping(LIST)
    String list(@RequestParam(defaultValue = "") String code, Model model) {
        return list(code, "", "", model);
    }

    private String list(String code, String organ, String pattern, Model model) {
        var rows =
                drafts.open().stream()
                        .map(s ->
                                new Row(
                                        s,
                                        desk.partly(s.text())
                                                .map(p -> p.name())
                                                .filter(n -> !n.startsWith("?"))
                                                .orElse(""),
                                        desk.organ(s.organ()),
                                        desk.name(s.by()),
                                        desk.may(s.organ())))
                        .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("organs", desk.ownOrgans());
        model.addAttribute("patterns", Beginnings.PATTERNS);
        model.addAttribute("code", code);
        model.addAttribute("organ", organ);
        model.addAttribute("pattern", pattern);
        return "editor/list";
    }

    @PostMapping(LIST)
    String open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String pattern,
            @RequestParam(name = "bpmn", required = false) @Nullable MultipartFile bpmn,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var user = Desk.officer();
        var plain = code.strip();
        var errors = new FormErrors();
        if (!PowerCode.isWellFormed(plain)) {
            errors.add("code", "editor.error.code");
        }
        var own = desk.ownOrgans();
        if (own.isEmpty()) {
            return desk.refused(new OrganId(organ.isEmpty() ? "qinglan" : organ), model, response);
        }
        var chosen =
                own.stream()
                        .filter(o -> o.id().value().equals(organ))
                        .findFirst()
                        .or(() -> own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty());
        if (chosen.isEmpty()) {
            errors.add("organ", "editor.error.organ");
        }
        if (!errors.any()) {
            var holder = beginnings.organ(plain);
            if (holder.isPresent() && !desk.may(holder.get())) {
                errors.add("code", "editor.error.holder", plain);
            }
        }
        var drawn = bpmn == null || bpmn.isEmpty() ? null : BpmnImport.read(bpmn.getBytes());
        if (drawn instanceof BpmnImport.Refused(var reasons)) {
            errors.add("bpmn", "editor.error.bpmn");
            model.addAttribute("reasons", reasons);
        }
        if (errors.any()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return list(code, organ, pattern, model);
        }
        var holder = beginnings.organ(plain).orElse(chosen.orElseThrow().id());
        // What was published is finished; the next version is a draft of its own.
        drafts.open(plain)
                .filter(d -> desk.published(d))
                .ifPresent(d -> room.close(d, user.person(), clock.now()));
        var text =
                drawn instanceof BpmnImport.Accepted(var draft)
                        ? beginnings.drawn(plain, holder, draft.yaml())
                        : beginnings.text(plain, holder, pattern);
        room.open(plain, holder, text, user.person(), clock.now());
        return "redirect:" + Desk.home(plain);
    }

    @GetMapping(ONE)
    String tasks(@PathVariable String code, Model model, HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var parsed = DraftText.parse(draft.text());
        var root = parsed.root();
        if (root == null) {
            return "redirect:" + Desk.home(code) + "/text";
        }
        var findings = desk.findings(draft.text());
        head(draft, root, findings, model);
        model.addAttribute("tasks", desk.tasks(root, findings));
        model.addAttribute("links", desk.links(root));
        model.addAttribute(
                "history",
                drafts.history(code).stream()
                        .limit(20)
                        .map(s -> new Line(s, desk.name(s.by())))
                        .toList());
        int version = number(root.word("version"));
        model.addAttribute("version", version);
        model.addAttribute("remarks", publish.remarks(code, version));
        model.addAttribute("published", desk.published(draft));
        model.addAttribute("waiting", publish.waiting(code, version).isPresent());
        return "editor/tasks";
    }

    /// 记录行.
    record Line(Drafts.State state, String by) {}

    static int number(String word) {
        return word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : 0;
    }

    private void head(Drafts.State draft, Keyed root, List<Reported> findings, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("home", Desk.home(draft.code()));
        model.addAttribute(
                "name",
                desk.partly(draft.text())
                        .map(p -> p.name())
                        .filter(n -> !n.startsWith("?"))
                        .orElse(draft.code()));
        model.addAttribute("organName", desk.organ(draft.organ()));
        model.addAttribute(
                "wrong", findings.stream().filter(f -> f.severity() == LintSeverity.ERROR).count());
        model.addAttribute("sections", Section.of(root));
    }

    @GetMapping(ONE + "/{id:[a-z0-9-]+}")
    String section(
            @PathVariable String code,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var root = DraftRoom.tree(draft.text());
        if (root.isEmpty()) {
            return "redirect:" + Desk.home(code) + "/text";
        }
        return page(draft, root.get(), id, draft.text(), Map.of(), Map.of(), model);
    }

    private String page(
            Drafts.State draft,
            Keyed root,
            String id,
            String text,
            Map<String, String> errors,
            Map<String, List<String>> typed,
            Model model) {
        var section =
                Section.of(root, id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var findings = desk.findings(text);
        head(draft, root, findings, model);
        var builder = new FormBuilder(root, findings, desk.organs(), errors, typed);
        model.addAttribute("section", section);
        model.addAttribute("elements", builder.section(section));
        model.addAttribute("rest", builder.rest(section));
        if (!errors.isEmpty()) {
            var all = new FormErrors();
            errors.forEach(
                    (name, key) -> all.add("f-" + name.replaceAll("[^A-Za-z0-9-]", "_"), key));
            model.addAttribute("errors", all);
        }
        if (section.label().equals("flow") || section.label().equals("step")) {
            desk.chart(text, section.situation()).ifPresent(c -> model.addAttribute("chart", c));
        }
        if (section.label().equals("limits") || section.label().equals("flow")) {
            sums(text, section.situation(), model);
        }
        return switch (section.label()) {
            case "flow" -> "editor/flow";
            case "situations" -> "editor/situations";
            case "risks" -> "editor/risks";
            default -> "editor/section";
        };
    }

    private void sums(String text, int situation, Model model) {
        desk.partly(text)
                .filter(p -> situation < p.situations().size())
                .filter(p -> !p.situations().get(situation).steps().isEmpty())
                .map(p -> Sum.of(p, p.situations().get(situation)))
                .ifPresent(s -> model.addAttribute("sum", s));
    }

    @PostMapping(ONE + "/{id:[a-z0-9-]+}")
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String op,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = Desk.officer();
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var base =
                drafts.state(code, seen)
                        .flatMap(s -> DraftRoom.tree(s.text()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var section =
                Section.of(base, id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var typed = typed(request);
        var change = Change.of(op);
        switch (room.save(
                code, seen, section, typed, change.orElse(null), user.person(), clock.now())) {
            case Saved.Wrong(var root, var errors) -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                model.addAttribute("seen", seen);
                return page(draft, root, id, DraftText.write(root), errors, typed, model);
            }
            case Saved.Missed(var root, var missed, var places) -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                model.addAttribute(
                        "missed", places.stream().map(p -> place(code, root, p)).toList());
                model.addAttribute(
                        "missedItem",
                        root.at(missed.at()).map(n -> ((Keyed) n).word("id")).orElse(""));
                model.addAttribute("seen", seen);
                return page(draft, root, id, DraftText.write(root), Map.of(), typed, model);
            }
            case Saved.Conflict(var theirs, var clashes) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("draft", theirs);
                model.addAttribute("home", Desk.home(code));
                model.addAttribute("by", desk.name(theirs.by()));
                model.addAttribute("clashes", clashes);
                model.addAttribute("section", section);
                return "editor/conflict";
            }
            case Saved.Done(var state) -> {
                flash.addFlashAttribute("notice", Notice.done("editor.saved"));
                var target =
                        op.equals("done")
                                ? Desk.home(code)
                                : Desk.home(code) + "/" + moved(id, state);
                var anchor =
                        change.map(
                                c -> "#f-" + c.list().toString().replaceAll("[^A-Za-z0-9-]", "_"));
                return "redirect:" + target + (op.equals("done") ? "" : anchor.orElse(""));
            }
        }
    }

    /// Puts the later one's words in the place that two have changed.
    @PostMapping(ONE + "/settle")
    String settle(
            @PathVariable String code,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String mine,
            @RequestParam(defaultValue = "") String section,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = Desk.officer();
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        if (at.isEmpty()) {
            return saveText(code, seen, mine, model, response, flash);
        }
        var place = DraftPath.of(at);
        var value = mine.isBlank() ? Optional.<DraftNode>empty() : DraftText.snippet(mine);
        var saved =
                value.isEmpty() && !mine.isBlank()
                        ? new Saved.Conflict(draft, List.of(clash(place, mine, draft)))
                        : room.put(
                                code, seen, place, value.orElse(null), user.person(), clock.now());
        if (saved instanceof Saved.Conflict(var theirs, var clashes)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            if (value.isEmpty() && !mine.isBlank()) {
                model.addAttribute("errors", new FormErrors().add("mine-0", "editor.error.yaml"));
            }
            model.addAttribute("draft", theirs);
            model.addAttribute("home", Desk.home(code));
            model.addAttribute("by", desk.name(theirs.by()));
            model.addAttribute("clashes", clashes);
            model.addAttribute("section", Section.of(root(theirs), section).orElse(null));
            return "editor/conflict";
        }
        flash.addFlashAttribute("notice", Notice.done("editor.saved"));
        return "redirect:" + Desk.home(code) + (section.matches("[a-z0-9-]+") ? "/" + section : "");
    }

    private static DraftRoom.Clash clash(DraftPath at, String mine, Drafts.State theirs) {
        return new DraftRoom.Clash(at, mine, root(theirs).at(at).map(DraftText::yaml).orElse(""));
    }

    /// A section that is no longer there leads to the list of situations.
    private static String moved(String id, Drafts.State state) {
        return DraftRoom.tree(state.text()).flatMap(r -> Section.of(r, id)).isPresent()
                ? id
                : "situations";
    }

    /// 引用处: where something is named, with the page that mends it.
    record Place(String path, String href) {}

    private static Place place(String code, Keyed root, DraftPath at) {
        var section = Desk.sectionOf(Section.of(root), at, root);
        return new Place(
                at.toString(), Desk.home(code) + "/" + section.map(Section::id).orElse("text"));
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        var typed = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((k, v) -> typed.put(k, Arrays.asList(v)));
        return typed;
    }

    /// What the script shows beside the form while somebody types: nothing is saved.
    @PostMapping(ONE + "/{id:[a-z0-9-]+}/look")
    String look(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam int seen,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var base =
                drafts.state(code, seen)
                        .flatMap(s -> DraftRoom.tree(s.text()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var root = new Merge(typed(request)).into(base);
        var section =
                Section.of(root, id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var text = DraftText.write(root);
        var placed =
                desk.placed(code, root, desk.findings(text)).stream()
                        .filter(p -> p.section().equals(id) || step(p.section(), id))
                        .toList();
        model.addAttribute("placed", placed);
        if (id.endsWith("-flow") || id.contains("-step-")) {
            desk.chart(text, section.situation()).ifPresent(c -> model.addAttribute("chart", c));
        }
        if (id.endsWith("-flow") || id.endsWith("-limits")) {
            sums(text, section.situation(), model);
        }
        return "editor/look";
    }

    /// Whether what is found in the one section is of the same situation as the other: a flow breaks the limits of its situation.
    static boolean step(String found, String id) {
        return id.matches("s[0-9]+-.*")
                && found.startsWith(id.substring(0, id.indexOf('-') + 1))
                && id.matches("s[0-9]+-(flow|limits|step-.*)");
    }

    @GetMapping(ONE + "/text")
    String text(@PathVariable String code, Model model, HttpServletResponse response) {
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        return textPage(draft, draft.text(), draft.n(), model);
    }

    private String textPage(Drafts.State draft, String text, int seen, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("home", Desk.home(draft.code()));
        model.addAttribute("text", text);
        model.addAttribute("seen", seen);
        model.addAttribute("problems", DraftText.parse(text).problems());
        return "editor/text";
    }

    @PostMapping(ONE + "/text")
    String saveText(
            @PathVariable String code,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = Desk.officer();
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        var plain = text.replace("\r\n", "\n").replace('\u0000', '\uFFFD');
        if (room.text(code, seen, plain, user.person(), clock.now())
                instanceof Saved.Conflict(var theirs, var clashes)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("draft", theirs);
            model.addAttribute("home", Desk.home(code));
            model.addAttribute("by", desk.name(theirs.by()));
            model.addAttribute("clashes", clashes);
            model.addAttribute("section", null);
            return "editor/conflict";
        }
        flash.addFlashAttribute("notice", Notice.done("editor.saved"));
        return "redirect:"
                + Desk.home(code)
                + (DraftText.parse(plain).root() == null ? "/text" : "");
    }

    @PostMapping(ONE + "/discard")
    String discard(
            @PathVariable String code,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = Desk.officer();
        var draft = desk.draft(code);
        if (!desk.may(draft.organ())) {
            return desk.refused(draft.organ(), model, response);
        }
        room.close(draft, user.person(), clock.now());
        flash.addFlashAttribute("notice", Notice.done("editor.discarded", code));
        return "redirect:" + LIST;
    }

    static Keyed root(Drafts.State draft) {
        return Objects.requireNonNullElse(DraftText.parse(draft.text()).root(), Keyed.EMPTY);
    }
}
