package org.guiju.app.lists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.Lists;
import org.guiju.app.lists.application.ListKindsDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.lists.ListColumn;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 清单种类页: the kinds there are; an administrator adds one with its columns (A67).
@Controller
@RequestMapping("/catalog/lists/kinds")
class KindPages {
    private static final int MOST_COLUMNS = 30;
    private final Lists lists;
    private final ListKindsDesk desk;
    private final Clerks clerks;
    private final OfficialClock clock;

    KindPages(Lists lists, ListKindsDesk desk, Clerks clerks, OfficialClock clock) {
        this.lists = lists;
        this.desk = desk;
        this.clerks = clerks;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        return page(Map.of(), new FormErrors(), model);
    }

    private String page(Map<String, String> typed, FormErrors errors, Model model) {
        var person = ListDeskPages.officer().person();
        model.addAttribute("kinds", lists.kinds());
        model.addAttribute("mayAdd", clerks.holds(person, ListKindsDesk.ADMINISTRATOR));
        model.addAttribute("needed", clerks.needed(ListKindsDesk.ADMINISTRATOR));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "lists/kinds";
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = ListDeskPages.officer().person();
        if (!clerks.holds(person, ListKindsDesk.ADMINISTRATOR)) {
            throw new AccessDeniedException("administrators of lists only");
        }
        var errors = new FormErrors();
        var typed = new LinkedHashMap<String, String>();
        for (var name : List.of("code", "name", "nameEn", "columns")) {
            typed.put(name, ListDeskPages.tidy(sent.getOrDefault(name, ""), 4000));
        }
        var kind = read(typed, errors);
        if (kind != null && !errors.any()) {
            var stamp = Stamp.own(clock.now(), person.value(), UUID.randomUUID());
            if (desk.add(kind, stamp)) {
                flash.addFlashAttribute(
                        "notice", Notice.done("lists.kind.added", kind.name().zh()));
                return "redirect:/catalog/lists/kinds";
            }
            errors.add("code", "lists.kind.error.taken", kind.code());
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(typed, errors, model);
    }

    private static @Nullable ListKind read(Map<String, String> typed, FormErrors errors) {
        var code = typed.getOrDefault("code", "");
        var name = typed.getOrDefault("name", "");
        if (!ListColumn.isCode(code)) {
            errors.add("code", "lists.kind.error.code");
        }
        if (name.isEmpty()) {
            errors.add("name", "lists.kind.error.name");
        }
        var columns = columns(typed.getOrDefault("columns", ""), errors);
        if (errors.any()) {
            return null;
        }
        var en = typed.getOrDefault("nameEn", "");
        return new ListKind(code, new Text(name, en.isEmpty() ? null : en), columns);
    }

    /// A line for each column: `code | 名称 | 必填 | 甲、乙`; the last two may be missing.
    static List<ListColumn> columns(String lines, FormErrors errors) {
        var columns = new ArrayList<ListColumn>();
        var codes = new HashSet<String>();
        int number = 0;
        for (var line : lines.split("\n", -1)) {
            if (line.isBlank()) {
                continue;
            }
            number++;
            var parts = line.split("[|｜]", -1);
            var code = parts[0].strip();
            if (parts.length < 2
                    || !ListColumn.isCode(code)
                    || parts[1].isBlank()
                    || !codes.add(code)) {
                errors.add("columns", "lists.kind.error.column", number);
                return List.of();
            }
            var required = parts.length > 2 && List.of("必填", "required").contains(parts[2].strip());
            var choices =
                    parts.length > 3 && !parts[3].isBlank()
                            ? List.of(parts[3].strip().split("\\s*[、,，]\\s*"))
                            : List.<String>of();
            columns.add(new ListColumn(code, Text.zh(parts[1].strip()), required, choices));
        }
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            errors.add("columns", "lists.kind.error.columns", MOST_COLUMNS);
        }
        return columns;
    }
}
