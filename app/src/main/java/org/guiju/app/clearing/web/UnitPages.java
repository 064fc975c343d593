package org.guiju.app.clearing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.clearing.application.ClearingDesk;
import org.guiju.app.clearing.application.ClearingInput;
import org.guiju.app.clearing.application.ClearingReader;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.kernel.clearing.ClearingCommand;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.ClearingGaps;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Taxonomy;
import org.guiju.kernel.clearing.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 单位清理页: the list of what is to be done in one unit's clearing, its gaps, its statistics, and the door of all its acts.
@Controller
@RequestMapping("/catalog/clearing/{campaign:[0-9]{4}-[0-9]{2,6}}/{organ:[a-z0-9-]{1,64}}")
class UnitPages {
    private final ClearingAccess access;
    private final ClearingView view;
    private final ClearingDesk desk;
    private final ClearingActs acts;
    private final ClearingReader reader;

    UnitPages(
            ClearingAccess access,
            ClearingView view,
            ClearingDesk desk,
            ClearingActs acts,
            ClearingReader reader) {
        this.access = access;
        this.view = view;
        this.desk = desk;
        this.acts = acts;
        this.reader = reader;
    }

    /// 经过的一行.
    record Course(String kind, Instant at, String by) {}

    @GetMapping
    String unit(@PathVariable String campaign, @PathVariable String organ, Model model) {
        var user = ClearingAccess.officer();
        var file = access.file(campaign, organ);
        view.common(file, model);
        model.addAttribute("tasks", view.tasks(file, view.facts(file, user)));
        model.addAttribute("officers", view.officers(file.organ()));
        model.addAttribute("team", file.state().team().stream().map(view::person).toList());
        model.addAttribute(
                "course",
                file.course().reversed().stream()
                        .map(h -> new Course(kind(h.event()), h.at(), view.person(h.by())))
                        .toList());
        model.addAttribute("signer", file.state().signedBy().map(view::person).orElse(""));
        return "clearing/unit";
    }

    /// The name of the event's form, by which messages know it.
    private static String kind(Object event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    /// 十类之一, with how many there are.
    record Category(Term term, long count, String declared) {}

    static List<Category> categories(ClearingFile file) {
        var counts = ClearingGaps.counts(file.state());
        return Taxonomy.TEN.terms().stream()
                .map(t ->
                        new Category(
                                t,
                                counts.getOrDefault(t.code(), 0L),
                                file.state().none().getOrDefault(t.code(), "")))
                .toList();
    }

    /// 完整性报告.
    @GetMapping("/gaps")
    String gaps(@PathVariable String campaign, @PathVariable String organ, Model model) {
        var user = ClearingAccess.officer();
        var file = access.file(campaign, organ);
        view.common(file, model);
        var gaps = ClearingGaps.of(view.facts(file, user), file.state());
        model.addAttribute("gaps", gaps);
        model.addAttribute("categories", categories(file));
        var incomplete = new LinkedHashMap<ClearingEntry, List<ItemField>>();
        gaps.incomplete()
                .forEach((id, fields) ->
                        file.state().item(id).ifPresent(e -> incomplete.put(e, fields)));
        model.addAttribute("incomplete", incomplete);
        model.addAttribute(
                "unidentified",
                gaps.unidentified().stream()
                        .flatMap(id -> file.state().item(id).stream())
                        .toList());
        return "clearing/gaps";
    }

    /// 一种分类的统计.
    record Counted(ItemField field, String row, List<Figure> figures) {}

    /// 一个分类词的数量.
    record Figure(Term term, long count, String href) {}

    /// 分类统计, and the matrix of work projects and aspects.
    @GetMapping("/statistics")
    String statistics(@PathVariable String campaign, @PathVariable String organ, Model model) {
        var _ = ClearingAccess.officer();
        var file = access.file(campaign, organ);
        view.common(file, model);
        var counted = new ArrayList<Counted>();
        for (var field : ItemField.values()) {
            field.taxonomy()
                    .ifPresent(
                            t -> counted.add(new Counted(field, t.row(), figures(field, t, file))));
        }
        model.addAttribute("counted", counted);
        model.addAttribute("categories", categories(file));
        model.addAttribute("aspects", Taxonomy.ASPECT.terms());
        var matrix = new LinkedHashMap<Term, List<Figure>>();
        for (var project : Taxonomy.PROJECT.terms()) {
            var of =
                    file.state().items().stream()
                            .filter(e -> e.item().is(ItemField.PROJECT, project.code()))
                            .toList();
            matrix.put(
                    project,
                    Taxonomy.ASPECT.terms().stream()
                            .map(a ->
                                    new Figure(
                                            a,
                                            of.stream()
                                                    .filter(e ->
                                                            e.item()
                                                                    .values(ItemField.ASPECTS)
                                                                    .contains(a.code()))
                                                    .count(),
                                            ClearingView.href(file)
                                                    + "/items?by=project:"
                                                    + project.code()
                                                    + "&and=aspects:"
                                                    + a.code()))
                            .toList());
        }
        model.addAttribute("matrix", matrix);
        return "clearing/statistics";
    }

    private static List<Figure> figures(ItemField field, Taxonomy taxonomy, ClearingFile file) {
        return taxonomy.terms().stream()
                .map(t ->
                        new Figure(
                                t,
                                file.state().items().stream()
                                        .filter(e -> e.item().values(field).contains(t.code()))
                                        .count(),
                                ClearingView.href(file)
                                        + "/items?by="
                                        + field.code()
                                        + ":"
                                        + t.code()))
                .toList();
    }

    /// Every act of the clearing comes in here.
    @PostMapping("/acts/{name}")
    String act(
            @PathVariable String campaign,
            @PathVariable String organ,
            @PathVariable String name,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = ClearingAccess.officer().person();
        var file = access.file(campaign, organ);
        if (!access.may(name, file, person)) {
            return refused(file, model, response);
        }
        var back = back(file, sent.getFirst("back"));
        try {
            var read =
                    reader.read(name, new ClearingInput(chosen(sent, file)))
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            desk.act(file.campaign(), file.organ(), read, acts.stamp(person, command));
            flash.addFlashAttribute("notice", Notice.done("clearing.done." + name, items(read)));
        } catch (Unreadable e) {
            flash.addFlashAttribute("notice", Notice.warn(e.key()));
            flash.addFlashAttribute("typed", typed(name, sent));
        }
        return "redirect:" + back;
    }

    /// What was typed, by act and field, so that the form comes back with it.
    private static Map<String, String> typed(String act, MultiValueMap<String, String> sent) {
        var typed = new HashMap<String, String>();
        sent.forEach((field, values) ->
                values.stream()
                        .filter(v -> !v.isBlank())
                        .findFirst()
                        .ifPresent(v -> typed.put(act + "." + field, v)));
        return typed;
    }

    private static int items(ClearingCommand command) {
        return switch (command) {
            case ClearingCommand.Dispose c -> c.items().size();
            case ClearingCommand.FillItems c -> c.items().size();
            case ClearingCommand.Confirm c -> c.items().size();
            case ClearingCommand.GiveOpinion c -> c.items().size();
            case ClearingCommand.StateResponsibility c -> c.items().size();
            case ClearingCommand.WithdrawItems c -> c.items().size();
            case ClearingCommand.RecordAppraisal c -> c.items().size();
            default -> 1;
        };
    }

    /// 全部筛选结果 stands for the ids that the filter of the page finds.
    private static Map<String, List<String>> chosen(
            MultiValueMap<String, String> sent, ClearingFile file) {
        var fields = new HashMap<String, List<String>>(sent);
        if ("yes".equals(sent.getFirst("everything"))) {
            var where = new HashMap<String, String>();
            sent.forEach((name, values) -> {
                if (name.startsWith("where-")) {
                    where.put(name.substring("where-".length()), values.getFirst());
                }
            });
            fields.put(
                    "items",
                    new ItemFilter(where)
                            .of(file.state()).stream().map(ClearingEntry::id).toList());
        }
        return fields;
    }

    private String refused(ClearingFile file, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("needed", access.needed(file.organ()));
        model.addAttribute("organ", view.organ(file.organ()));
        return "catalog/organs-refused";
    }

    /// Back to where the form stood, within this clearing only.
    private static String back(ClearingFile file, @Nullable String asked) {
        var here = ClearingView.href(file);
        return asked != null
                        && (asked.equals(here) || asked.startsWith(here + "/"))
                        && asked.matches("[A-Za-z0-9/?=&._:%#-]{1,500}")
                ? asked
                : here;
    }
}
