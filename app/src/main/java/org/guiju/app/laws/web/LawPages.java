package org.guiju.app.laws.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.laws.Laws;
import org.guiju.app.laws.application.KeepLaws;
import org.guiju.app.laws.application.LawRules;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.formats.definition.LawBook;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.powers.Basis.Rank;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 法规库页: search, a law with its versions and articles, entering and taking back, the table in and out.
@Controller
class LawPages {
    static final String CLERK = "law-clerk";
    private static final String HOME = "/catalog/laws";
    private static final int SHOWN = 50;
    private final Laws laws;
    private final KeepLaws keep;
    private final LawRules rules;
    private final Clerks clerks;
    private final OfficialClock clock;

    LawPages(Laws laws, KeepLaws keep, LawRules rules, Clerks clerks, OfficialClock clock) {
        this.laws = laws;
        this.keep = keep;
        this.rules = rules;
        this.clerks = clerks;
        this.clock = clock;
    }

    /// 登记表: what was typed, as it was typed.
    ///
    /// @param number of the article; empty where only the law is entered
    record Typed(
            String name,
            String rank,
            String from,
            String until,
            String successor,
            String number,
            String kind,
            String text,
            String source) {
        Typed {
            name = clean(name);
            rank = clean(rank);
            from = clean(from);
            until = clean(until);
            successor = clean(successor);
            number = clean(number);
            kind = clean(kind);
            text = clean(text);
            source = clean(source);
        }

        private static String clean(@Nullable String typed) {
            return typed == null ? "" : LawRules.clean(typed);
        }

        static Typed of(LawBook.Version v, LawBook.@Nullable Article a) {
            var until = v.until();
            return new Typed(
                    v.name(),
                    v.rank().code(),
                    v.from().toString(),
                    until == null ? "" : until.toString(),
                    v.successor(),
                    a == null ? "" : a.number(),
                    a == null ? "" : a.kind().code(),
                    a == null ? "" : a.text(),
                    a == null ? "" : a.source());
        }
    }

    @GetMapping(HOME)
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        return list(q, "", model);
    }

    private String list(String q, String csv, Model model) {
        var user = officer();
        var query = LawRules.clean(q);
        model.addAttribute("q", q);
        model.addAttribute("hits", laws.find(query, clock.today(), SHOWN));
        model.addAttribute(
                "laws",
                laws.all().stream()
                        .filter(v ->
                                query.isEmpty() || v.name().contains(query.replaceAll("[《》]", "")))
                        .toList());
        model.addAttribute("today", clock.today());
        model.addAttribute("csv", csv);
        model.addAttribute("mayKeep", clerks.holds(user.person(), CLERK));
        return "laws/list";
    }

    @GetMapping(HOME + ".csv")
    void csv(HttpServletResponse response) throws IOException {
        officer();
        Download.csv(response, "laws", new Export("laws", LawBook.COLUMNS, rows(), null));
    }

    private Stream<List<Cell>> rows() {
        return laws.all().stream()
                .flatMap(v ->
                        v.articles().isEmpty()
                                ? Stream.of(row(v, null))
                                : v.articles().stream().map(a -> row(v, a)));
    }

    private static List<Cell> row(LawBook.Version v, LawBook.@Nullable Article a) {
        return List.of(
                Cell.of(v.name()),
                Cell.of(v.rank().code()),
                Cell.of(v.from()),
                Cell.of(v.until()),
                Cell.of(v.successor()),
                Cell.of(a == null ? "" : a.number()),
                Cell.of(a == null ? "" : a.kind().code()),
                Cell.of(a == null ? "" : a.text()),
                Cell.of(a == null ? "" : a.source()));
    }

    @GetMapping(HOME + "/law/{name}")
    String law(@PathVariable String name, Model model) {
        var user = officer();
        var versions = laws.all().stream().filter(v -> v.name().equals(name)).toList();
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("name", name);
        model.addAttribute("versions", versions.reversed());
        model.addAttribute("today", clock.today());
        model.addAttribute("mayKeep", clerks.holds(user.person(), CLERK));
        return "laws/law";
    }

    @GetMapping(HOME + "/enter")
    String form(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String kind,
            Model model,
            HttpServletResponse response) {
        if (!clerks.holds(officer().person(), CLERK)) {
            return refused(model, response);
        }
        var typed =
                laws.all().stream()
                        .filter(v -> v.name().equals(name) && v.from().toString().equals(from))
                        .findFirst()
                        .map(v ->
                                Typed.of(
                                        v,
                                        v.articles().stream()
                                                .filter(a ->
                                                        a.number().equals(number)
                                                                && a.kind().code().equals(kind))
                                                .findFirst()
                                                .orElse(null)))
                        .orElseGet(() -> new Typed(name, "law", from, "", "", "", "", "", ""));
        return form(typed, new FormErrors(), model);
    }

    private String form(Typed typed, FormErrors errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("ranks", Rank.values());
        model.addAttribute("kinds", LawBook.Kind.values());
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "laws/enter";
    }

    @PostMapping(HOME + "/enter")
    String enter(
            @ModelAttribute Typed typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        if (!clerks.holds(user.person(), CLERK)) {
            return refused(model, response);
        }
        var errors = new FormErrors();
        var version = version(typed, errors);
        version.ifPresent(v ->
                rules.of(v)
                        .forEach(w ->
                                errors.add(
                                        w.field().equals("article") ? "number" : w.field(),
                                        w.key(),
                                        w.arguments().toArray())));
        if (errors.any() || version.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(typed, errors, model);
        }
        keep.enter(List.of(version.get()), stamp(user));
        flash.addFlashAttribute("notice", Notice.done("laws.entered", typed.name()));
        flash.addAttribute("name", typed.name());
        return "redirect:" + HOME + "/law/{name}";
    }

    private static Optional<LawBook.Version> version(Typed typed, FormErrors errors) {
        var rank = LawBook.rank(typed.rank());
        if (rank.isEmpty()) {
            errors.add("rank", "laws.error.rank");
        }
        var from = day(typed.from());
        if (from.isEmpty()) {
            errors.add("from", "laws.error.day");
        }
        var until = typed.until().isEmpty() ? Optional.<LocalDate>empty() : day(typed.until());
        if (!typed.until().isEmpty() && until.isEmpty()) {
            errors.add("until", "laws.error.day");
        }
        var articles = new ArrayList<LawBook.Article>();
        if (!typed.number().isEmpty() || !typed.text().isEmpty()) {
            articles.add(
                    new LawBook.Article(
                            typed.number(),
                            LawBook.Kind.ofCode(typed.kind()).orElse(LawBook.Kind.SUMMARY),
                            typed.text(),
                            typed.source()));
        }
        return errors.any()
                ? Optional.empty()
                : Optional.of(
                        new LawBook.Version(
                                typed.name(),
                                rank.orElseThrow(),
                                from.orElseThrow(),
                                until.orElse(null),
                                typed.successor(),
                                articles));
    }

    @PostMapping(HOME + "/import")
    String table(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String csv,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var user = officer();
        if (!clerks.holds(user.person(), CLERK)) {
            return refused(model, response);
        }
        var errors = new FormErrors();
        var text = csv;
        try {
            if (file != null && !file.isEmpty()) {
                text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(file.getBytes()))
                                .toString();
            }
            if (text.isBlank()) {
                errors.add("csv", "laws.error.nothing");
            } else {
                var versions = LawBook.read(text);
                versions.forEach(v ->
                        rules.of(v)
                                .forEach(w ->
                                        errors.add(
                                                "csv",
                                                "laws.error.of",
                                                v.name(),
                                                v.from().toString(),
                                                w.field())));
                if (!errors.any()) {
                    int fresh = keep.enter(versions, stamp(user));
                    flash.addFlashAttribute(
                            "notice", Notice.done("laws.imported", Integer.toString(fresh)));
                    return "redirect:" + HOME;
                }
            }
        } catch (CharacterCodingException _) {
            errors.add("csv", "laws.error.encoding");
        } catch (IllegalArgumentException unreadable) {
            errors.add("csv", "laws.error.line", String.valueOf(unreadable.getMessage()));
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        return list("", text, model);
    }

    @PostMapping(HOME + "/withdraw")
    String withdraw(
            @RequestParam String name,
            @RequestParam String from,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        if (!clerks.holds(user.person(), CLERK)) {
            return refused(model, response);
        }
        var reason = LawRules.clean(why);
        var version =
                laws.all().stream()
                        .filter(v -> v.name().equals(name) && v.from().toString().equals(from))
                        .filter(v ->
                                number.isEmpty()
                                        || v.articles().stream()
                                                .anyMatch(a ->
                                                        a.number().equals(number)
                                                                && a.kind().code().equals(kind)))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (reason.isEmpty() || reason.length() > 300) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", new FormErrors().add("why", "laws.error.why"));
            return law(name, model);
        }
        keep.withdraw(name, version.from(), number, kind, reason, stamp(user));
        flash.addFlashAttribute("notice", Notice.done("laws.withdrawn", name));
        return "redirect:" + HOME;
    }

    private Stamp stamp(CurrentUser user) {
        return Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
    }

    private String refused(Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("needed", clerks.needed(CLERK));
        return "catalog/organs-refused";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.replace('/', '-').replace('.', '-')));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
