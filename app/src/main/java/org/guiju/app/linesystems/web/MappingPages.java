package org.guiju.app.linesystems.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.linesystems.application.Meanings;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.linesystems.Mapping.Layout;
import org.guiju.kernel.linesystems.Question;
import org.guiju.kernel.linesystems.Target;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 对应关系页: what is known about the words of a system, since when and from whom; what is asked, once.
@Controller
class MappingPages {
    private static final String PATH = "/desk/line-systems/{id}/mapping";
    private static final int MOST_WORDS = 100;
    private final LineDesk desk;
    private final LineAccess access;
    private final LineWords words;

    MappingPages(LineDesk desk, LineAccess access, LineWords words) {
        this.desk = desk;
        this.access = access;
        this.words = words;
    }

    /// 待答版式.
    ///
    /// @param key under which the form names it
    /// @param likely columns whose heading says what they are
    public record Sheet(String key, List<String> headings, Map<Target, String> likely, long rows) {}

    /// 待答值.
    ///
    /// @param meanings code and words of each
    public record Asked(
            String key, Question.Word word, String says, Map<String, String> meanings, long rows) {}

    /// 已知的值.
    public record Known(String target, String power, String word, String meaning) {}

    @GetMapping(PATH)
    String mapping(@PathVariable String id, Model model) {
        return page(access.seen(id), Map.of(), model);
    }

    private String page(LineSystem system, Map<String, String> typed, Model model) {
        var sheets = new ArrayList<Sheet>();
        var asked = new ArrayList<Asked>();
        desk.questions(system.id())
                .forEach((q, rows) -> {
                    switch (q) {
                        case Question.Columns(var headings) ->
                                sheets.add(
                                        new Sheet(
                                                key(q),
                                                headings,
                                                LikelyColumns.of(headings),
                                                rows));
                        case Question.Word w ->
                                asked.add(
                                        new Asked(key(q), w, words.question(w), meanings(w), rows));
                    }
                });
        model.addAttribute("system", system);
        model.addAttribute("sheets", sheets);
        model.addAttribute("asked", asked.stream().limit(MOST_WORDS).toList());
        model.addAttribute("targets", Target.values());
        model.addAttribute("known", known(system));
        model.addAttribute("layouts", system.mapping().layouts().values());
        model.addAttribute("versions", desk.versions(system.id()));
        model.addAttribute("works", desk.works(LineAccess.officer(), system.organ()));
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
        return "linesystems/mapping";
    }

    private Map<String, String> meanings(Question.Word w) {
        var all = new LinkedHashMap<String, String>();
        Meanings.of(w, desk).forEach(code -> all.put(code, words.meaning(w, code)));
        return all;
    }

    private List<Known> known(LineSystem system) {
        return system.mapping().values().entrySet().stream()
                .flatMap(e ->
                        Question.ofCode(e.getKey()).stream()
                                .map(q -> (Question.Word) q)
                                .map(q ->
                                        new Known(
                                                q.target().code(),
                                                q.power(),
                                                q.word(),
                                                words.meaning(q, e.getValue()))))
                .toList();
    }

    private static String key(Question q) {
        return "q" + Integer.toHexString(q.code().hashCode());
    }

    /// What the columns of one sheet are.
    @PostMapping(PATH + "/columns")
    String columns(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var system = access.worked(id);
        var asked =
                desk.questions(id).keySet().stream()
                        .filter(q ->
                                q instanceof Question.Columns && key(q).equals(sent.get("sheet")))
                        .map(q -> (Question.Columns) q)
                        .findFirst()
                        .orElseThrow(LineAccess::missing);
        var columns = new EnumMap<Target, String>(Target.class);
        var fixed = new EnumMap<Target, String>(Target.class);
        for (var target : Target.values()) {
            var column = sent.getOrDefault("column-" + target.code(), "");
            var all = sent.getOrDefault("fixed-" + target.code(), "").strip();
            if (asked.headings().contains(column)) {
                columns.put(target, column);
            }
            if (!all.isEmpty() && all.length() <= MOST_WORDS) {
                fixed.put(target, all);
            }
        }
        try {
            desk.columns(
                    id,
                    new Layout(asked.headings(), columns, fixed),
                    access.stamp(LineAccess.officer(), UUID.randomUUID()));
        } catch (RefusalException e) {
            var errors = new FormErrors();
            for (var target : Target.values()) {
                if (target.needed() && !columns.containsKey(target) && !fixed.containsKey(target)) {
                    errors.add(
                            "column-" + target.code(), "linesystems.error.column." + target.code());
                }
            }
            return again(system, sent, errors, model, response);
        }
        flash.addFlashAttribute("notice", Notice.done("linesystems.remembered"));
        return "redirect:/desk/line-systems/" + id + "/mapping";
    }

    /// What the words mean; those left open go on waiting.
    @PostMapping(PATH + "/words")
    String words(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var system = access.worked(id);
        var answers = new LinkedHashMap<Question.Word, String>();
        for (var q : desk.questions(id).keySet()) {
            var said = sent.getOrDefault(key(q), "");
            if (q instanceof Question.Word w && !said.isEmpty()) {
                answers.put(w, said);
            }
        }
        try {
            desk.words(id, answers, access.stamp(LineAccess.officer(), UUID.randomUUID()));
        } catch (RefusalException e) {
            var first =
                    desk.questions(id).keySet().stream()
                            .filter(q -> q instanceof Question.Word)
                            .findFirst()
                            .map(MappingPages::key)
                            .orElse("words");
            return again(
                    system,
                    sent,
                    new FormErrors().add(first, "linesystems.error.meaning"),
                    model,
                    response);
        }
        flash.addFlashAttribute("notice", Notice.done("linesystems.remembered"));
        return "redirect:/desk/line-systems/" + id + "/mapping";
    }

    private String again(
            LineSystem system,
            Map<String, String> sent,
            FormErrors errors,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        return page(system, sent, model);
    }
}
