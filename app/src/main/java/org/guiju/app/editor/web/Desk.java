package org.guiju.app.editor.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.editor.Drafts;
import org.guiju.app.editor.application.Element;
import org.guiju.app.editor.application.Section;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.application.Examination;
import org.guiju.formats.chart.FlowChartSvg;
import org.guiju.formats.chart.Lang;
import org.guiju.formats.definition.DefinitionLint.Reported;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartNames;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// 编制台: what every page of the editor asks: who may, what stands, what is found, what it looks like.
@Component
class Desk {
    static final String CLERK = "catalogue-clerk";
    private final Drafts drafts;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Examination examination;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final PageFrame frame;

    Desk(
            Drafts drafts,
            Allocation allocation,
            Clerks clerks,
            Examination examination,
            Catalogue catalogue,
            MessageSource messages,
            PageFrame frame) {
        this.drafts = drafts;
        this.allocation = allocation;
        this.clerks = clerks;
        this.examination = examination;
        this.catalogue = catalogue;
        this.messages = messages;
        this.frame = frame;
    }

    static String home(String code) {
        return "/catalog/powers/" + code + "/draft";
    }

    static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    Drafts.State draft(String code) {
        return Optional.of(code)
                .filter(PowerCode::isWellFormed)
                .flatMap(drafts::open)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    boolean may(OrganId organ) {
        return clerks.holds(officer().person(), CLERK, organ);
    }

    String refused(OrganId organ, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("needed", clerks.needed(CLERK, organ));
        return "catalog/organs-refused";
    }

    /// Whether this very text is a version in the catalogue.
    boolean published(Drafts.State draft) {
        var digest = DraftText.digest(draft.text());
        return catalogue.versions(draft.code()).stream().anyMatch(p -> p.digest().equals(digest));
    }

    Text organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).orElseGet(() -> Text.zh(organ.value()));
    }

    String name(PersonId person) {
        return allocation.officer(person).map(Officer::name).orElse(person.value());
    }

    /// Organs whose clerk the officer is.
    List<Organ> ownOrgans() {
        return allocation.organs().stream().filter(o -> may(o.id())).toList();
    }

    List<Element.Option> organs() {
        return allocation.organs().stream()
                .map(o -> new Element.Option(o.id().value(), "", frame.say(o.name())))
                .toList();
    }

    List<Reported> findings(String text) {
        return examination.of(text);
    }

    /// 一条发现和它的修改处.
    ///
    /// @param href where it is mended; the whole text where no section has it
    record Placed(Reported finding, String section, String href, boolean gone) {}

    /// Findings with the places to mend them, the gravest first.
    List<Placed> placed(String code, Keyed root, List<Reported> findings) {
        var sections = Section.of(root);
        return findings.stream()
                .sorted(Comparator.comparing(Reported::severity))
                .map(f -> {
                    var at = DraftPath.found(f.path(), root);
                    var section = sectionOf(sections, at, root);
                    var href =
                            section.map(s -> home(code) + "/" + s.id() + "#" + anchor(at, s))
                                    .orElse(home(code) + "/text");
                    return new Placed(
                            f, section.map(Section::id).orElse(""), href, section.isEmpty());
                })
                .toList();
    }

    private static String anchor(DraftPath at, Section section) {
        return at.steps().size() <= section.at().steps().size()
                ? "main"
                : "f-" + at.toString().replaceAll("[^A-Za-z0-9-]", "_");
    }

    static Optional<Section> sectionOf(List<Section> sections, DraftPath at, Keyed root) {
        var steps = at.steps();
        if (steps.size() >= 4
                && steps.get(2) instanceof DraftPath.Key(var key)
                && key.equals("steps")
                && steps.get(1) instanceof DraftPath.Index(var s)
                && steps.get(3) instanceof DraftPath.Index(var n)) {
            var step = Section.of(root, "s" + (s + 1) + "-step-" + (n + 1));
            if (step.isPresent()) {
                return step;
            }
        }
        return sections.stream()
                .filter(s -> !s.label().equals("situations"))
                .filter(s -> s.holds(at))
                .findFirst()
                .or(() ->
                        sections.stream()
                                .filter(s -> s.situation() >= 0 && s.at().equals(at))
                                .findFirst())
                .or(() -> sections.stream().filter(s -> s.holds(at)).findFirst());
    }

    /// 任务.
    ///
    /// @param status `none`, `errors`, `hints`, `ready`, `optional`
    record Task(Section section, String status, int count, Text situation) {}

    List<Task> tasks(Keyed root, List<Reported> findings) {
        var sections = Section.of(root);
        var errors = new LinkedHashMap<String, Integer>();
        var hints = new LinkedHashMap<String, Integer>();
        for (var f : findings) {
            sectionOf(sections, DraftPath.found(f.path(), root), root)
                    .map(s ->
                            s.label().equals("step") ? "s" + (s.situation() + 1) + "-flow" : s.id())
                    .filter(_ -> !f.path().isEmpty())
                    .ifPresent(id ->
                            (f.severity() == LintSeverity.ERROR ? errors : hints)
                                    .merge(id, 1, Integer::sum));
        }
        var tasks = new ArrayList<Task>();
        for (var s : sections) {
            boolean none = s.places().stream().allMatch(p -> empty(root, p));
            int wrong = errors.getOrDefault(s.id(), 0);
            int hinted = hints.getOrDefault(s.id(), 0);
            var status =
                    none && s.required()
                            ? "none"
                            : wrong > 0
                                    ? "errors"
                                    : none ? "optional" : hinted > 0 ? "hints" : "ready";
            tasks.add(new Task(s, status, wrong > 0 ? wrong : hinted, situation(root, s)));
        }
        return tasks;
    }

    private static boolean empty(Keyed root, DraftPath place) {
        return root.at(place)
                .filter(n ->
                        switch (n) {
                            case org.guiju.formats.definition.DraftNode.Word(var w) -> !w.isBlank();
                            case org.guiju.formats.definition.DraftNode.Items(var i) ->
                                    !i.isEmpty();
                            case Keyed(var e) -> !e.isEmpty();
                        })
                .isEmpty();
    }

    private static Text situation(Keyed root, Section s) {
        if (s.situation() < 0) {
            return Text.zh("—");
        }
        var at = DraftPath.ROOT.key("situations").item(s.situation());
        var name = root.at(at).filter(Keyed.class::isInstance).map(k -> ((Keyed) k).get("name"));
        return name.map(n ->
                        n instanceof Keyed pair
                                ? new Text(
                                        pair.word("zh").isEmpty() ? "—" : pair.word("zh"),
                                        pair.word("en").isEmpty() ? null : pair.word("en"))
                                : n instanceof org.guiju.formats.definition.DraftNode.Word(var w)
                                                && !w.isBlank()
                                        ? Text.zh(w.strip())
                                        : Text.zh("—"))
                .orElse(Text.zh("—"));
    }

    /// 重点环节 (A24): one of the five key links.
    ///
    /// @param filled whether the draft says what the link asks for
    /// @param marked whether it is marked as a key link
    record Link(String code, boolean filled, boolean marked, String section) {}

    List<Link> links(Keyed root) {
        var marked = new java.util.HashSet<String>();
        if (root.get("key-links")
                instanceof org.guiju.formats.definition.DraftNode.Items(var all)) {
            all.forEach(w -> {
                if (w instanceof org.guiju.formats.definition.DraftNode.Word(var code)) {
                    marked.add(code.strip());
                }
            });
        } else {
            marked.add(root.word("key-links"));
        }
        boolean penalty = root.word("kind").equals("penalty");
        var links = new ArrayList<Link>();
        var says =
                Map.of(
                        "discretion", penalty ? "penalty" : "conditions",
                        "procedure", "s1-flow",
                        "supervision", "supervision",
                        "publicity", "publicity",
                        "time-limit", "s1-limits");
        for (var code :
                List.of("discretion", "procedure", "supervision", "publicity", "time-limit")) {
            var section = Section.of(root, says.getOrDefault(code, ""));
            boolean filled =
                    section.isPresent()
                            && Section.of(root).stream()
                                    .filter(s -> s.label().equals(section.get().label()))
                                    .allMatch(s -> !empty(root, s.places().getLast()));
            links.add(
                    new Link(
                            code,
                            filled,
                            marked.contains(code),
                            section.map(Section::id).orElse("situations")));
        }
        return links;
    }

    /// The situation's flow as a chart; empty where it is not so far that it could be drawn.
    Optional<ChartModel> chart(String text, int situation) {
        try {
            return DraftText.partly(text)
                    .filter(p -> situation < p.situations().size())
                    .filter(p -> !p.situations().get(situation).steps().isEmpty())
                    .map(p -> ChartModel.of(p, p.situations().get(situation), new Names()))
                    .filter(this::drawable);
        } catch (RuntimeException unfinished) {
            // Any flow may be half made; what cannot be drawn is told in words by the examination.
            return Optional.empty();
        }
    }

    private boolean drawable(ChartModel chart) {
        return !FlowChartSvg.render(chart, Lang.ZH, Optional.empty(), false).isEmpty();
    }

    Optional<PowerDefinition> partly(String text) {
        return DraftText.partly(text);
    }

    /// Names for the chart, in both languages.
    private final class Names implements ChartNames {
        @Override
        public Text role(String role) {
            var zh =
                    messages.getMessage(
                            "role." + role, null, role, java.util.Locale.SIMPLIFIED_CHINESE);
            var en = messages.getMessage("role." + role, null, role, java.util.Locale.ENGLISH);
            return new Text(zh == null ? role : zh, en);
        }

        @Override
        public Text organ(OrganId organ) {
            return Desk.this.organ(organ);
        }
    }
}
