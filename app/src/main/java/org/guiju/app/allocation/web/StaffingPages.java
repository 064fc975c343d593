package org.guiju.app.allocation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.allocation.application.StaffingActs;
import org.guiju.app.allocation.application.StaffingInput;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.allocation.AllocationMethod;
import org.guiju.kernel.allocation.Establishment;
import org.guiju.kernel.allocation.Post;
import org.guiju.kernel.allocation.PostLevel;
import org.guiju.kernel.allocation.SigningDelegation;
import org.guiju.kernel.allocation.Tenure;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 岗位与分工页: posts, incumbents, fields and their leaders, delegations; and the forms of the personnel administrator.
@Controller
class StaffingPages {
    /// Which fields each form asks for, in their order.
    static final Map<String, List<String>> FORMS = forms();

    private static final List<String> CHOICES =
            List.of("level", "manner", "terms", "method", "key", "highRisk");
    private final Portfolios portfolios;
    private final StaffingActs acts;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final RefusalWords words;
    private final MessageSource messages;

    StaffingPages(
            Portfolios portfolios,
            StaffingActs acts,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            RefusalWords words,
            MessageSource messages) {
        this.portfolios = portfolios;
        this.acts = acts;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.words = words;
        this.messages = messages;
    }

    private static Map<String, List<String>> forms() {
        var forms = new LinkedHashMap<String, List<String>>();
        forms.put(
                "set-up",
                List.of(
                        "post",
                        "section",
                        "name",
                        "level",
                        "duty",
                        "integrity",
                        "roles",
                        "seats",
                        "key",
                        "rule",
                        "highRisk",
                        "from",
                        "method"));
        forms.put(
                "fill",
                List.of(
                        "post",
                        "person",
                        "personName",
                        "manner",
                        "terms",
                        "from",
                        "until",
                        "method"));
        forms.put("transfer", List.of("fromPost", "last", "post", "person", "from", "method"));
        forms.put("leave", List.of("post", "person", "last", "reason"));
        forms.put("take-charge", List.of("subject", "leader", "from", "until", "method"));
        forms.put("give-up", List.of("subject", "leader", "last"));
        forms.put("bar", List.of("subjects", "from"));
        forms.put(
                "delegate-signing",
                List.of("by", "to", "roles", "powers", "document", "from", "until"));
        return forms;
    }

    /// 岗位行.
    record Row(Post post, List<String> holders) {}

    /// 分管行.
    record FieldRow(
            String subject, List<String> leaders, @Nullable String since, @Nullable String fault) {}

    /// 代签行.
    record Signing(SigningDelegation delegation, String by, String to, boolean now) {}

    /// 任职史.
    record Past(String post, String person, Tenure tenure) {}

    @GetMapping("/catalog/posts")
    String posts(@RequestParam(defaultValue = "") String organ, Model model) {
        return page(organ, new LinkedHashMap<>(), model);
    }

    @PostMapping("/catalog/posts/{organ}/{act}")
    String act(
            @PathVariable String organ,
            @PathVariable String act,
            @RequestParam Map<String, String> sent,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        var id = known(organ);
        if (!clerks.holds(user.person(), StaffingApi.PERSONNEL, id)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("needed", clerks.needed(StaffingApi.PERSONNEL, id));
            return "catalog/organs-refused";
        }
        if (!FORMS.containsKey(act)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var fields = new LinkedHashMap<>(sent);
        fields.keySet().retainAll(FORMS.getOrDefault(act, List.of()));
        model.addAttribute("sentAct", act);
        try {
            List<Refusal> refusals = acts.act(user.person(), id, act, fields, command);
            if (refusals.isEmpty()) {
                var said = messages.getMessage("staffing.act." + act, null, locale);
                flash.addFlashAttribute("notice", Notice.done("staffing.done", said));
                return "redirect:/catalog/posts?organ=" + organ;
            }
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", refusals.stream().map(r -> words.of(r, locale)).toList());
        } catch (StaffingInput.Unreadable e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", new FormErrors().add(act + "-" + e.field(), e.key()));
        }
        return page(organ, fields, model);
    }

    private String page(String organ, Map<String, String> fields, Model model) {
        var user = officer();
        var today = clock.today();
        var chosen =
                organ.isEmpty()
                        ? allocation
                                .officer(user.person())
                                .map(o -> o.organ())
                                .orElse(allocation.organs().getFirst().id())
                        : known(organ);
        var e = portfolios.establishment(chosen);
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("organ", allocation.organ(chosen).orElseThrow());
        model.addAttribute("rows", rows(e, today));
        model.addAttribute("fields", fields(e, today));
        model.addAttribute("barred", e.barred(today).stream().sorted().toList());
        model.addAttribute(
                "chief", portfolios.chief(chosen, today).map(allocation::nameOf).orElse(null));
        model.addAttribute("delegations", signings(e, today));
        model.addAttribute("changes", changes(chosen));
        model.addAttribute("history", history(e, today));
        model.addAttribute("may", clerks.holds(user.person(), StaffingApi.PERSONNEL, chosen));
        model.addAttribute("forms", FORMS);
        model.addAttribute("choices", choices());
        model.addAttribute("sent", fields);
        model.addAttribute("command", UUID.randomUUID());
        return "staffing/posts";
    }

    private Map<AllocationMethod, Long> changes(OrganId organ) {
        var counts = new LinkedHashMap<AllocationMethod, Long>();
        var made = portfolios.changes(organ);
        Stream.of(AllocationMethod.values()).forEach(m -> counts.put(m, made.getOrDefault(m, 0L)));
        return counts;
    }

    /// What a select offers: its value, and the key of its words.
    record Choice(String value, String key) {}

    private static Map<String, List<Choice>> choices() {
        var choices = new LinkedHashMap<String, List<Choice>>();
        for (var field : CHOICES) {
            var values =
                    switch (field) {
                        case "level" -> Stream.of(PostLevel.values()).map(PostLevel::code);
                        case "manner" -> Stream.of(Tenure.Manner.values()).map(Tenure.Manner::code);
                        case "terms" -> Stream.of(Tenure.Terms.values()).map(Tenure.Terms::code);
                        case "method" ->
                                Stream.of(AllocationMethod.values()).map(AllocationMethod::code);
                        default -> Stream.of("no", "yes");
                    };
            var prefix =
                    field.equals("key") || field.equals("highRisk")
                            ? "staffing."
                            : "staffing." + field + ".";
            choices.put(field, values.map(v -> new Choice(v, prefix + v)).toList());
        }
        return choices;
    }

    private List<Row> rows(Establishment e, LocalDate today) {
        return e.posts().stream()
                .filter(p -> p.on(today))
                .sorted(
                        java.util.Comparator.comparing(Post::level)
                                .thenComparing(Post::section)
                                .thenComparing(Post::id))
                .map(p ->
                        new Row(
                                p,
                                e.incumbents(p.id(), today).stream()
                                        .map(t -> allocation.nameOf(t.person()))
                                        .toList()))
                .toList();
    }

    private List<FieldRow> fields(Establishment e, LocalDate today) {
        var faults =
                e.faults(today).stream()
                        .collect(
                                Collectors.toMap(
                                        Establishment.FieldFault::subject, f -> f.kind().name()));
        return e.fields(today).stream()
                .map(subject -> {
                    var held =
                            e.portfolios().stream()
                                    .filter(p -> p.subject().equals(subject) && p.on(today))
                                    .toList();
                    return new FieldRow(
                            subject,
                            held.stream().map(p -> allocation.nameOf(p.leader())).toList(),
                            held.isEmpty() ? null : held.getFirst().from().toString(),
                            faults.get(subject));
                })
                .toList();
    }

    private List<Signing> signings(Establishment e, LocalDate today) {
        return e.delegations().stream()
                .map(d ->
                        new Signing(
                                d,
                                allocation.nameOf(d.by()),
                                allocation.nameOf(d.to()),
                                d.on(today)))
                .toList()
                .reversed();
    }

    private List<Past> history(Establishment e, LocalDate today) {
        return e.tenures().stream()
                .filter(t -> t.until() != null || t.from().isAfter(today))
                .map(t ->
                        new Past(
                                e.posts().stream()
                                        .filter(p -> p.id().equals(t.post()))
                                        .map(p -> p.name().zh())
                                        .findFirst()
                                        .orElse(t.post()),
                                allocation.nameOf(t.person()),
                                t))
                .toList();
    }

    @GetMapping("/catalog/posts/{organ}/register.csv")
    void csv(@PathVariable String organ, Locale locale, HttpServletResponse response)
            throws IOException {
        officer();
        Download.csv(response, "posts", export(known(organ), locale));
    }

    @GetMapping("/catalog/posts/{organ}/register.xlsx")
    void xlsx(@PathVariable String organ, Locale locale, HttpServletResponse response)
            throws IOException {
        officer();
        Download.xlsx(response, "posts", export(known(organ), locale));
    }

    private Export export(OrganId organ, Locale locale) {
        var columns =
                Stream.of(
                                "f.post",
                                "f.section",
                                "f.name",
                                "f.level",
                                "f.duty",
                                "f.roles",
                                "f.seats",
                                "col.holders")
                        .map(c -> messages.getMessage("staffing." + c, null, locale))
                        .toList();
        var rows =
                rows(portfolios.establishment(organ), clock.today()).stream()
                        .map(r ->
                                List.of(
                                        Cell.of(r.post().id()),
                                        Cell.of(r.post().section()),
                                        Cell.of(r.post().name().zh()),
                                        Cell.of(r.post().level().code()),
                                        Cell.of(r.post().duty()),
                                        Cell.of(
                                                r.post().roles().stream()
                                                        .sorted()
                                                        .collect(Collectors.joining(","))),
                                        Cell.of(r.post().seats()),
                                        Cell.of(String.join("、", r.holders()))));
        return new Export("posts", columns, rows, null);
    }

    /// 岗位职责公开: every active post with its duties, and who is away (B50, B52).
    @GetMapping("/organs")
    String board(Model model) {
        model.addAttribute("organs", allocation.organs());
        return "staffing/boards";
    }

    /// 外出.
    record Away(String person, LocalDate from, LocalDate until, String deputy) {}

    @GetMapping("/organs/{organ}")
    String board(@PathVariable String organ, Model model) {
        var id = known(organ);
        var today = clock.today();
        var here = allocation.officers(id).stream().map(o -> o.person()).toList();
        model.addAttribute("organ", allocation.organ(id).orElseThrow());
        model.addAttribute("rows", rows(portfolios.establishment(id), today));
        model.addAttribute(
                "away",
                allocation.roster().absences().stream()
                        .filter(a -> here.contains(a.person()) && !a.until().isBefore(today))
                        .map(a -> new Away(name(a.person()), a.from(), a.until(), name(a.deputy())))
                        .toList());
        return "staffing/board";
    }

    private String name(PersonId person) {
        return allocation.nameOf(person);
    }

    private OrganId known(String organ) {
        return allocation.organs().stream()
                .map(Organ::id)
                .filter(o -> o.value().equals(organ))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
