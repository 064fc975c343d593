package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.InHandQuery;
import org.guiju.app.cases.application.HandingOver;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.cases.Handover.InHand;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/// 工作移交: what an officer has in hand, and its going to colleagues in bulk; the page then says what went and what did not, and why.
@Controller
class InHandPages {
    private static final int LONGEST = 2000;
    private final HandingOver handing;
    private final Allocation allocation;
    private final DeskWords words;
    private final RefusalWords refusals;

    InHandPages(
            HandingOver handing, Allocation allocation, DeskWords words, RefusalWords refusals) {
        this.handing = handing;
        this.allocation = allocation;
        this.words = words;
        this.refusals = refusals;
    }

    /// 在手案件行.
    record Row(String no, Text matter, List<String> parts, boolean stays) {}

    /// 移交结果行.
    record Outcome(String no, String to, List<RefusalWords.Said> why) {}

    @GetMapping("/desk/handover")
    String page(@RequestParam(defaultValue = "") String person, Model model) {
        var user = DeskAccess.officer();
        var from = from(user, person);
        show(model, user, from);
        model.addAttribute("sent", Map.of());
        return "desk/in-hand";
    }

    private void show(Model model, CurrentUser user, PersonId from) {
        var items = handing.of(from);
        model.addAttribute("rows", items.stream().map(this::row).toList());
        model.addAttribute("colleagues", handing.colleagues(from, items));
        model.addAttribute("from", from.value());
        model.addAttribute("fromName", allocation.nameOf(from));
        model.addAttribute("own", from.equals(user.person()));
        model.addAttribute("staff", handing.staff(user.person()));
        model.addAttribute("command", UUID.randomUUID().toString());
        model.addAttribute("taken", said(handing.taken(from), words));
    }

    /// 接手的案件, as the desk and this page name them.
    record Taken(String no, String giver, String day) {}

    static List<Taken> said(List<InHandQuery.Taken> taken, DeskWords words) {
        return taken.stream()
                .map(t -> new Taken(t.no(), words.person(t.giver()), t.day().toString()))
                .toList();
    }

    private Row row(HandingOver.Item item) {
        return new Row(
                item.no(),
                item.file().definition().matter(),
                item.parts().stream().map(p -> part(item, p)).toList(),
                item.parts().stream().anyMatch(p -> !p.part().goes()));
    }

    private String part(HandingOver.Item item, InHand part) {
        var name = words.say("inhand.part." + part.part().code());
        return part.step().isEmpty() ? name : words.step(item.file(), part.step()) + " · " + name;
    }

    /// @param sent `to` is who takes over what has no name of its own, `to-NUMBER` who takes over that case, `-` who keeps it
    @PostMapping("/desk/handover")
    String handOver(@RequestParam Map<String, String> sent, Model model) {
        var user = DeskAccess.officer();
        var from = from(user, sent.getOrDefault("person", ""));
        var reason = sent.getOrDefault("reason", "").strip();
        var takers = takers(from, sent);
        if (reason.isEmpty() || reason.length() > LONGEST || takers.isEmpty()) {
            var fault = takers.isEmpty() ? "takers" : "reason";
            return again(model, user, from, sent, fault, words.say("inhand.fault." + fault));
        }
        List<HandingOver.Result> results;
        try {
            var command = command(sent.getOrDefault("command", ""));
            results = handing.handOver(command, user.person(), from, takers, reason);
        } catch (HandingOver.UnknownCases e) {
            return again(model, user, from, sent, "takers", unknown(e));
        }
        show(model, user, from);
        model.addAttribute("sent", Map.of());
        model.addAttribute("went", results.stream().filter(HandingOver.Result::done).count());
        model.addAttribute("stayed", results.stream().filter(r -> !r.done()).count());
        model.addAttribute("outcomes", results.stream().map(this::outcome).toList());
        return "desk/in-hand";
    }

    private String again(
            Model model,
            CurrentUser user,
            PersonId from,
            Map<String, String> sent,
            String fault,
            String said) {
        show(model, user, from);
        model.addAttribute("sent", sent);
        model.addAttribute("fault", fault);
        model.addAttribute("said", said);
        return "desk/in-hand";
    }

    private String unknown(HandingOver.UnknownCases e) {
        return words.say("inhand.fault.unknown", String.join("、", e.numbers()));
    }

    private Outcome outcome(HandingOver.Result result) {
        return new Outcome(
                result.no(),
                allocation.nameOf(result.to()),
                result.refusals().stream().map(r -> refusals.of(r, words.locale())).toList());
    }

    /// Every case on the sheet that was sent; those that have gone meanwhile are asked for too, so that the answer says so.
    private Map<String, PersonId> takers(PersonId from, Map<String, String> sent) {
        var takers = new LinkedHashMap<String, PersonId>();
        var all = sent.getOrDefault("to", "").strip();
        var numbers =
                Stream.concat(
                                handing.of(from).stream()
                                        .map(HandingOver.Item::no)
                                        .filter(n -> !sent.containsKey("to-" + n))
                                        .filter(_ ->
                                                sent.keySet().stream()
                                                        .noneMatch(k -> k.startsWith("to-"))),
                                sent.keySet().stream()
                                        .filter(k -> k.startsWith("to-"))
                                        .map(k -> k.substring("to-".length())))
                        .distinct()
                        .sorted()
                        .toList();
        for (var no : numbers) {
            var own = sent.getOrDefault("to-" + no, "").strip();
            var to = own.isEmpty() ? all : own;
            if (!to.isEmpty() && !to.equals("-")) {
                takers.put(no, new PersonId(to));
            }
        }
        return takers;
    }

    private PersonId from(CurrentUser user, String person) {
        if (person.isBlank()) {
            return user.person();
        }
        var other = new PersonId(person);
        if (!handing.mayFor(user.person(), other)) {
            throw new AccessDeniedException("a colleague's cases are for the heads");
        }
        return other;
    }

    private static UUID command(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/desk/handover.csv")
    void csv(@RequestParam(defaultValue = "") String person, HttpServletResponse response)
            throws IOException {
        var items = handing.of(from(DeskAccess.officer(), person));
        var columns =
                Stream.of("case", "matter", "parts").map(c -> words.say("inhand." + c)).toList();
        var rows =
                items.stream()
                        .map(this::row)
                        .map(r ->
                                List.of(
                                        Cell.of(r.no()),
                                        Cell.of(words.text(r.matter())),
                                        Cell.of(String.join("；", r.parts()))));
        Download.csv(response, "in-hand", new Export("in-hand", columns, rows, null));
    }

    /// 移交请求.
    ///
    /// @param to who takes over each case, by its number
    record Sheet(
            @Nullable String person,
            @Nullable Map<String, @Nullable String> to,
            @Nullable String reason) {}

    @GetMapping("/api/v1/in-hand")
    @ResponseBody
    List<Map<String, Object>> inHand(
            CurrentUser user, @RequestParam(defaultValue = "") String person) {
        return handing.of(from(officer(user), person)).stream()
                .map(i ->
                        Map.<String, Object>of(
                                "no",
                                i.no(),
                                "parts",
                                i.parts().stream()
                                        .map(p -> Map.of("part", p.part().code(), "step", p.step()))
                                        .toList()))
                .toList();
    }

    /// Hands over case by case; 200 also where some stay, each with rule, article and remedy.
    @PostMapping("/api/v1/in-hand/handovers")
    @ResponseBody
    Map<String, Object> handOver(
            CurrentUser user,
            Locale locale,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Sheet sheet) {
        var from = from(officer(user), Objects.requireNonNullElse(sheet.person(), ""));
        var takers = new LinkedHashMap<String, PersonId>();
        new TreeMap<>(Objects.requireNonNullElse(sheet.to(), Map.of()))
                .forEach((no, to) -> {
                    if (to == null || to.isBlank()) {
                        throw new Unreadable("takers");
                    }
                    takers.put(no, new PersonId(to.strip()));
                });
        var reason = Objects.requireNonNullElse(sheet.reason(), "");
        if (takers.isEmpty() || reason.isBlank() || reason.length() > LONGEST) {
            throw new Unreadable(takers.isEmpty() ? "takers" : "reason");
        }
        var results = handing.handOver(key, user.person(), from, takers, reason);
        return Map.of(
                "went",
                results.stream().filter(HandingOver.Result::done).count(),
                "stayed",
                results.stream().filter(r -> !r.done()).count(),
                "cases",
                results.stream()
                        .map(r ->
                                Map.of(
                                        "no",
                                        r.no(),
                                        "to",
                                        r.to().value(),
                                        "done",
                                        r.done(),
                                        "why",
                                        r.refusals().stream()
                                                .map(x -> refusals.of(x, locale))
                                                .toList()))
                        .toList());
    }

    /// 不能读取的移交请求; the message names the field.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String fault) {
            super(fault);
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(Unreadable e) {
        var fault = String.valueOf(e.getMessage());
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Map.of(
                                "field",
                                fault.equals("takers") ? "to" : fault,
                                "message",
                                words.say("inhand.fault." + fault)));
    }

    /// Which numbers name no case; nothing was handed over.
    @ExceptionHandler
    ResponseEntity<Object> unknownCases(HandingOver.UnknownCases e) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of("field", "to", "unknown", e.numbers(), "message", unknown(e)));
    }

    private static CurrentUser officer(CurrentUser user) {
        if (!user.officer()) {
            throw new AccessDeniedException("officers only");
        }
        return user;
    }
}
