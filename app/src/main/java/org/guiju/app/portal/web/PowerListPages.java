package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.app.platform.i18n.Language;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.portal.application.PowerList;
import org.guiju.app.portal.application.PowerList.Entry;
import org.guiju.app.portal.application.PowerList.Filter;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.powers.PowerKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// 权力清单页 and its exports: exactly the rows of the filter in the address.
@Controller
class PowerListPages {
    private static final Set<String> STATUSES = Set.of("in-force", "inventory");
    private static final Set<String> SORTS = Set.of("code", "name", "department");
    private final PowerList powers;
    private final PortalWords words;
    private final PageFrame frame;
    private final JsonMapper json;

    PowerListPages(PowerList powers, PortalWords words, PageFrame frame, JsonMapper json) {
        this.powers = powers;
        this.words = words;
        this.frame = frame;
        this.json = json;
    }

    @GetMapping("/powers")
    String list(@RequestParam Map<String, String> asked, Model model) {
        return show("/powers", asked, model);
    }

    /// A case number leads to its case, everything else to the list.
    @GetMapping("/search")
    String search(@RequestParam Map<String, String> asked, Model model) {
        var text = Asked.text(asked.get("q"));
        if (text.matches("[0-9]{4}-[0-9]{4,8}")) {
            return "redirect:/track?no=" + text;
        }
        return show("/search", asked, model);
    }

    private String show(String path, Map<String, String> asked, Model model) {
        var filter = filter(asked);
        int size = Asked.size(asked.get("size"));
        var query = query(filter);
        var sized = query + (size == 20 ? "" : (query.isEmpty() ? "" : "&") + "size=" + size);
        var pager =
                Pager.of(Asked.page(asked.get("page")), size, powers.count(filter), path, sized);
        model.addAttribute("filter", filter);
        model.addAttribute("path", path);
        model.addAttribute("size", size);
        model.addAttribute("pager", pager);
        model.addAttribute("rows", powers.page(filter, pager.offset(), size));
        model.addAttribute("coverage", powers.coverage());
        model.addAttribute("twoCharts", powers.twoCharts());
        model.addAttribute("kinds", powers.kinds());
        model.addAttribute("departments", powers.departments());
        model.addAttribute("query", query.isEmpty() ? "" : "?" + query);
        return "portal/powers";
    }

    @GetMapping("/powers.csv")
    void csv(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        Download.csv(response, "powers", export(filter(asked)));
    }

    @GetMapping("/powers.xlsx")
    void xlsx(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        Download.xlsx(response, "powers", export(filter(asked)));
    }

    @GetMapping("/powers.json")
    void json(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        var rows = powers.all(filter(asked)).map(PowerListPages::plain).toList();
        response.setContentType("application/json");
        response.getOutputStream()
                .write(
                        json.writeValueAsBytes(
                                Map.of(
                                        "total",
                                        rows.size(),
                                        "coverage",
                                        plain(powers.coverage()),
                                        "twoCharts",
                                        plain(powers.twoCharts()),
                                        "rows",
                                        rows)));
    }

    /// Of all powers, whatever the filter asks for.
    private static Map<String, Object> plain(Catalogue.Coverage coverage) {
        return Map.of(
                "effective", coverage.effective(),
                "all", coverage.all(),
                "percent", coverage.percent());
    }

    private static Map<String, Object> plain(Entry e) {
        var row = new LinkedHashMap<String, Object>();
        row.put("code", e.code());
        row.put("name", e.name().zh());
        var en = e.name().en();
        if (en != null) {
            row.put("nameEn", en);
        }
        row.put("mainItem", e.mainItem());
        row.put("kind", e.kind().zh());
        row.put("department", e.department().zh());
        row.put("status", e.status());
        if (e.version() > 0) {
            row.put("version", e.version());
        }
        Limit promise = e.promise();
        if (promise != null) {
            row.put("promise", promise.n());
            row.put("promiseUnit", promise.unit().code());
        }
        row.put("flags", e.flags().stream().map(f -> f.zh()).toList());
        return row;
    }

    private Export export(Filter filter) {
        var language = frame.language();
        var columns =
                List.of("code", "name", "main", "kind", "department", "status", "promise", "flags")
                        .stream()
                        .map(c -> words.say(language, "portal.column." + c))
                        .toList();
        var note =
                new Export.Note(
                        words.say(language, "portal.export.note"),
                        List.of(
                                line(language, "q", filter.text()),
                                line(language, "kind", filter.kind()),
                                line(language, "department", filter.department()),
                                line(language, "status", filter.status())));
        return new Export(
                words.say(language, "portal.powers.title"),
                columns,
                powers.all(filter).map(e -> cells(e, language)),
                note);
    }

    private Export.Note.Line line(Language language, String name, String value) {
        return new Export.Note.Line(
                words.say(language, "portal.filter." + name),
                value.isEmpty() ? words.say(language, "portal.filter.all") : value);
    }

    private List<Cell> cells(Entry e, Language language) {
        var promise = e.promise();
        return List.of(
                Cell.of(e.code()),
                Cell.of(language.of(e.name()).text()),
                Cell.of(e.mainItem()),
                Cell.of(language.of(e.kind()).text()),
                Cell.of(language.of(e.department()).text()),
                Cell.of(words.say(language, "portal.status." + e.status())),
                promise == null
                        ? new Cell.Blank()
                        : Cell.of(language.of(words.limit(promise)).text()),
                Cell.of(words.join(language, e.flags())));
    }

    private static Filter filter(Map<String, String> asked) {
        var kind = PowerKind.ofCode(Asked.text(asked.get("kind"))).map(PowerKind::code).orElse("");
        return new Filter(
                Asked.text(asked.get("q")),
                kind,
                Asked.text(asked.get("department")),
                Asked.oneOf(asked.get("status"), STATUSES),
                Asked.oneOf(asked.get("sort"), SORTS));
    }

    private static String query(Filter f) {
        return Asked.query(
                "q",
                f.text(),
                "kind",
                f.kind(),
                "department",
                f.department(),
                "status",
                f.status(),
                "sort",
                f.sort());
    }
}
