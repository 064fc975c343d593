package org.guiju.app.lists.web;

import java.util.List;
import java.util.Map;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.Lists.Head;
import org.guiju.app.lists.application.ListShelf;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Pager;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.shared.OrganId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 清单公开页: units and kinds, one list, its versions, differences in words. What is not published has no page here (A68).
@Controller
class ListPages {
    private final Lists lists;
    private final ListShelf shelf;
    private final OfficialClock clock;

    ListPages(Lists lists, ListShelf shelf, OfficialClock clock) {
        this.lists = lists;
        this.shelf = shelf;
        this.clock = clock;
    }

    @GetMapping("/lists")
    String all(@RequestParam Map<String, String> asked, Model model) {
        var today = clock.today();
        var units = shelf.units(today);
        var organ = Query.text(asked, "organ");
        var kind = Query.text(asked, "kind");
        var words = Query.text(asked, "q");
        var category = Query.text(asked, "category");
        var kinds = lists.kinds();
        boolean narrow =
                !(organ.isEmpty() && kind.isEmpty() && words.isEmpty() && category.isEmpty());
        model.addAttribute("units", units);
        model.addAttribute("kinds", kinds);
        model.addAttribute("asked", Map.of("organ", organ, "kind", kind, "q", words));
        model.addAttribute("narrow", narrow);
        model.addAttribute(
                "counted",
                kinds.stream()
                        .filter(k -> k.category().isPresent())
                        .map(k -> new Counted(k, shelf.categories(k, units)))
                        .filter(c -> !c.categories().isEmpty())
                        .toList());
        var found =
                narrow
                        ? shelf.find(words, organ, kind, category, today)
                        : List.<ListShelf.Found>of();
        var pager =
                Pager.of(
                        Query.page(asked),
                        Query.ROWS_A_PAGE,
                        found.size(),
                        "/lists",
                        Query.of("organ", organ, "kind", kind, "q", words, "category", category));
        model.addAttribute("pager", pager);
        model.addAttribute("found", part(found, pager));
        return "lists/all";
    }

    /// 按类别计数.
    record Counted(ListKind kind, List<ListShelf.Category> categories) {}

    static <T> List<T> part(List<T> all, Pager pager) {
        return all.subList((int) pager.offset(), (int) Math.max(pager.offset(), pager.to()));
    }

    @GetMapping("/lists/{organ}/{kind}")
    String current(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam Map<String, String> asked,
            Model model) {
        var versions = versions(organ, kind);
        var head =
                versions.stream()
                        .filter(h -> !h.effective().isAfter(clock.today()))
                        .findFirst()
                        .orElse(versions.getLast());
        return one(head, versions, "/lists/" + organ + "/" + kind, asked, model);
    }

    @GetMapping("/lists/{organ}/{kind}/versions/{number:[0-9]{1,6}}")
    String version(
            @PathVariable String organ,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam Map<String, String> asked,
            Model model) {
        var versions = versions(organ, kind);
        var head = head(versions, number);
        var path = "/lists/" + organ + "/" + kind + "/versions/" + number;
        return one(head, versions, path, asked, model);
    }

    private String one(
            Head head, List<Head> versions, String path, Map<String, String> asked, Model model) {
        var kind = kind(head);
        var rows = shelf.rows(head);
        var words = Query.text(asked, "q");
        var category = Query.text(asked, "category");
        var found = shelf.select(kind, rows, words, category);
        var pager =
                Pager.of(
                        Query.page(asked),
                        Query.ROWS_A_PAGE,
                        found.size(),
                        path,
                        Query.of("q", words, "category", category));
        frame(head, versions, model);
        model.addAttribute("categories", shelf.counted(kind, rows));
        model.addAttribute("path", path);
        model.addAttribute("asked", Map.of("q", words, "category", category));
        model.addAttribute("pager", pager);
        model.addAttribute("rows", part(found, pager));
        return "lists/one";
    }

    private void frame(Head head, List<Head> versions, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("kind", kind(head));
        model.addAttribute("organ", shelf.organ(head.organ()));
        model.addAttribute("versions", versions);
        model.addAttribute("status", status(head, versions));
    }

    /// Key of the status below `lists.status.`.
    String status(Head head, List<Head> versions) {
        var today = clock.today();
        if (head.effective().isAfter(today)) {
            return "ahead";
        }
        return versions.stream()
                        .filter(h -> !h.effective().isAfter(today))
                        .findFirst()
                        .filter(h -> h.number() == head.number())
                        .isPresent()
                ? "now"
                : "past";
    }

    @GetMapping("/lists/{organ}/{kind}/versions")
    String history(@PathVariable String organ, @PathVariable String kind, Model model) {
        var versions = versions(organ, kind);
        frame(versions.getFirst(), versions, model);
        model.addAttribute(
                "lines",
                versions.stream()
                        .map(h ->
                                new VersionLine(
                                        h,
                                        status(h, versions),
                                        shelf.before(h).map(Head::number).orElse(0)))
                        .toList());
        return "lists/versions";
    }

    /// 版本行.
    ///
    /// @param before number of the version before, 0 for none
    record VersionLine(Head head, String status, int before) {}

    @GetMapping("/lists/{organ}/{kind}/versions/{from:[0-9]{1,6}}...{to:[0-9]{1,6}}")
    String difference(
            @PathVariable String organ,
            @PathVariable String kind,
            @PathVariable int from,
            @PathVariable int to,
            @RequestParam Map<String, String> asked,
            Model model) {
        var versions = versions(organ, kind);
        var path = "/lists/" + organ + "/" + kind + "/versions/" + from + "..." + to;
        return compared(head(versions, from), head(versions, to), path, "", asked, model);
    }

    /// Two lists of a kind, of two units or of two years: each is said as `organ:number`.
    @GetMapping("/lists/compare")
    String compare(@RequestParam Map<String, String> asked, Model model) {
        var code = Query.text(asked, "kind");
        var all = lists.all().stream().filter(h -> h.kind().equals(code)).toList();
        model.addAttribute("kinds", kindsWithLists());
        model.addAttribute("kindCode", code);
        model.addAttribute("choices", all.stream().map(this::choice).toList());
        var left = chosen(all, Query.text(asked, "left"));
        var right = chosen(all, Query.text(asked, "right"));
        if (left == null || right == null) {
            return "lists/choose";
        }
        var query = Query.of("kind", code, "left", value(left), "right", value(right));
        return compared(left, right, "/lists/compare", query, asked, model);
    }

    private List<ListKind> kindsWithLists() {
        return lists.kinds().stream()
                .filter(k -> lists.all().stream().anyMatch(h -> h.kind().equals(k.code())))
                .toList();
    }

    /// 可比较的版本.
    record Choice(String value, Head head, org.guiju.kernel.shared.Text organ) {}

    private Choice choice(Head head) {
        return new Choice(value(head), head, shelf.organ(head.organ()));
    }

    private static String value(Head head) {
        return head.organ() + ":" + head.number();
    }

    private static @org.jspecify.annotations.Nullable Head chosen(List<Head> all, String value) {
        return all.stream().filter(h -> value(h).equals(value)).findFirst().orElse(null);
    }

    private String compared(
            Head before,
            Head after,
            String path,
            String query,
            Map<String, String> asked,
            Model model) {
        boolean two = !before.organ().equals(after.organ());
        var lines = shelf.differences(kind(after), shelf.rows(before), shelf.rows(after), two);
        var pager = Pager.of(Query.page(asked), Query.ROWS_A_PAGE, lines.size(), path, query);
        model.addAttribute("two", two);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("kind", kind(after));
        model.addAttribute("organ", shelf.organ(after.organ()));
        model.addAttribute("organBefore", shelf.organ(before.organ()));
        model.addAttribute("pager", pager);
        model.addAttribute("counts", counts(lines));
        model.addAttribute("lines", part(lines, pager));
        return "lists/difference";
    }

    static Map<String, Long> counts(List<ListShelf.Line> lines) {
        var counts = new java.util.LinkedHashMap<String, Long>();
        for (var what : List.of("added", "removed", "changed", "moved")) {
            counts.put(
                    what,
                    lines.stream()
                            .filter(l -> l.what().equals(what))
                            .map(ListShelf.Line::id)
                            .distinct()
                            .count());
        }
        return counts;
    }

    /// 权责对应报告 (A63, A92).
    @GetMapping("/lists/{organ}/correspondence")
    String correspondence(@PathVariable String organ, Model model) {
        var id = organ(organ);
        var today = clock.today();
        if (lists.current(id, "power", today).isEmpty()
                && lists.current(id, "responsibility", today).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("organId", organ);
        model.addAttribute("organ", shelf.organ(id));
        model.addAttribute("report", shelf.correspondence(id, today));
        return "lists/correspondence";
    }

    private List<Head> versions(String organ, String kind) {
        var versions = lists.versions(organ(organ), kind);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return versions;
    }

    private static OrganId organ(String organ) {
        if (organ.isBlank()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new OrganId(organ);
    }

    private static Head head(List<Head> versions, int number) {
        return versions.stream()
                .filter(h -> h.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ListKind kind(Head head) {
        return lists.kind(head.kind()).orElseThrow();
    }
}
