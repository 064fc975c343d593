package org.guiju.app.administration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.administration.application.AdminInput;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.administration.application.AdministrationDesk.Line;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.CodeLimit;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.security.OidcSettings;
import org.guiju.app.platform.security.SignInPath;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.PageFrame;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.administration.AdminRequest;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.administration.Identity;
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

/// 三员管理页: to each of the three what is his. The door before it has seen to it that nobody else is here.
@Controller
class AdministrationPages {
    /// The forms of the system administrator and the fields of each.
    static final Map<String, List<String>> FORMS = forms();

    private static final int PAGE = 50;

    private final AdministrationDesk desk;
    private final AdminInput input;
    private final Accounts accounts;
    private final CodeLimit limit;
    private final OfficialClock clock;
    private final PageFrame frame;
    private final RefusalWords words;
    private final MessageSource messages;
    private final OidcSettings oidc;

    AdministrationPages(
            AdministrationDesk desk,
            AdminInput input,
            Accounts accounts,
            CodeLimit limit,
            OfficialClock clock,
            PageFrame frame,
            RefusalWords words,
            MessageSource messages,
            OidcSettings oidc) {
        this.oidc = oidc;
        this.desk = desk;
        this.input = input;
        this.accounts = accounts;
        this.limit = limit;
        this.clock = clock;
        this.frame = frame;
        this.words = words;
        this.messages = messages;
    }

    private static Map<String, List<String>> forms() {
        var forms = new LinkedHashMap<String, List<String>>();
        forms.put("grant", List.of("account", "role"));
        forms.put("withdraw", List.of("account", "role"));
        forms.put("open", List.of("account", "person"));
        forms.put("reopen", List.of("account"));
        forms.put("reset", List.of("account"));
        forms.put("close", List.of("account"));
        forms.put("unlock", List.of("account"));
        forms.put("bind", List.of("account", "subject", "reason"));
        forms.put("unbind", List.of("account", "reason"));
        return forms;
    }

    /// 在任.
    record Holder(String name, AdminRole role) {}

    /// 待确认.
    record Waiting(AdminRequest request, String name, String by) {}

    /// 记录行, in words.
    record Said(Instant at, String by, String what, String subject, String role, String rules) {}

    @GetMapping("/administration")
    String page(Model model) {
        return page(model, Map.of());
    }

    private String page(Model model, Map<String, String> sent) {
        var role = role();
        var names = desk.names();
        var now = desk.state();
        model.addAttribute("role", role);
        model.addAttribute(
                "holders",
                now.holders().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(h -> new Holder(name(names, h.getKey().value()), h.getValue()))
                        .toList());
        model.addAttribute(
                "waiting",
                now.open().values().stream()
                        .map(r ->
                                new Waiting(
                                        r,
                                        name(names, r.person().value()),
                                        name(names, r.by().value())))
                        .toList());
        model.addAttribute("forms", role == AdminRole.SYSTEM ? offered() : Map.of());
        model.addAttribute("roles", AdministrationDesk.roles());
        model.addAttribute("sent", sent);
        model.addAttribute("command", UUID.randomUUID());
        return "administration/home";
    }

    /// Without the organisation's login there is nothing to bind; what was bound before can always be undone.
    private Map<String, List<String>> offered() {
        var offered = new LinkedHashMap<>(FORMS);
        if (!oidc.on()) {
            offered.remove("bind");
            if (desk.state().bound().isEmpty()) {
                offered.remove("unbind");
            }
        }
        return offered;
    }

    /// 账号行.
    ///
    /// @param closed the ways behind the password that are closed for now
    /// @param bound what the organisation's login calls its owner; null where it opens nothing
    record Row(Accounts.Known account, List<SignInPath> closed, @Nullable Identity bound) {}

    /// 账号: for the system administrator.
    @GetMapping("/administration/accounts")
    String accounts(@RequestParam(defaultValue = "1") int page, Model model) {
        if (role() != AdminRole.SYSTEM) {
            throw new AccessDeniedException("the system administrator looks after accounts");
        }
        var all = accounts.officers();
        var bound = desk.state().bound();
        var pager = Pager.of(page, PAGE, all.size(), "/administration/accounts", "");
        model.addAttribute(
                "accounts",
                all.stream()
                        .skip(pager.offset())
                        .limit(PAGE)
                        .map(a -> new Row(a, limit.closed(a.id()), bound.get(a.username())))
                        .toList());
        model.addAttribute("pager", pager);
        model.addAttribute("organisation", oidc.on() || !bound.isEmpty());
        model.addAttribute("now", clock.now());
        return "administration/accounts";
    }

    @PostMapping("/administration/{act}")
    String act(
            @PathVariable String act,
            @RequestParam Map<String, String> sent,
            @RequestParam UUID command,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!FORMS.containsKey(act) && !List.of("confirm", "decline").contains(act)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("sentAct", act);
        try {
            var done = desk.act(user.person(), input.read(act, sent, command), command);
            if (done.refusals().isEmpty()) {
                flash.addFlashAttribute("notice", Notice.done("administration.done." + act));
                if (!done.password().isEmpty()) {
                    flash.addFlashAttribute("password", done.password());
                }
                return "redirect:/administration";
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    "refused", done.refusals().stream().map(r -> words.of(r, locale)).toList());
        } catch (AdminInput.Unreadable e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", new FormErrors().add(act + "-" + e.field(), e.key()));
        }
        return page(model, sent);
    }

    /// 管理记录: for the auditor alone.
    @GetMapping("/administration/records")
    String records(@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        auditor();
        var all = desk.lines();
        var pager = Pager.of(page, PAGE, all.size(), "/administration/records", "");
        var names = desk.names();
        model.addAttribute(
                "lines",
                all.stream()
                        .skip(pager.offset())
                        .limit(PAGE)
                        .map(l -> said(l, names, locale))
                        .toList());
        model.addAttribute("pager", pager);
        return "administration/records";
    }

    @GetMapping("/administration/records.csv")
    void csv(Locale locale, HttpServletResponse response) throws IOException {
        auditor();
        var names = desk.names();
        var columns =
                Stream.of("at", "by", "what", "subject", "role", "rules")
                        .map(c -> say("administration.col." + c, locale))
                        .toList();
        var rows =
                desk.lines().stream()
                        .map(l -> said(l, names, locale))
                        .map(l ->
                                Stream.of(
                                                frame.moment(l.at()),
                                                l.by(),
                                                l.what(),
                                                l.subject(),
                                                l.role(),
                                                l.rules())
                                        .<Cell>map(Cell::of)
                                        .toList());
        Download.csv(
                response,
                "administration",
                new Export(say("administration.records", locale), columns, rows, null));
    }

    private Said said(Line line, Map<String, String> names, Locale locale) {
        return new Said(
                line.at(),
                switch (line.by()) {
                    case AdministrationDesk.UNKNOWN -> say("administration.unknown", locale);
                    case AdministrationDesk.MACHINE -> say("administration.machine", locale);
                    default -> name(names, line.by());
                },
                say("administration.what." + line.what(), locale),
                name(names, line.subject()),
                line.role().isEmpty() ? "" : say("administration.role." + line.role(), locale),
                String.join(
                        locale.getLanguage().equals("zh") ? "；" : "; ",
                        line.rules().stream()
                                .map(rule -> say("refusal." + rule + ".title", locale))
                                .toList()));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String name(Map<String, String> names, String person) {
        return names.getOrDefault(person, person);
    }

    private AdminRole role() {
        return CurrentUser.now()
                .flatMap(u -> desk.of(u.person()))
                .orElseThrow(() -> new AccessDeniedException("for the three administrators"));
    }

    private void auditor() {
        if (role() != AdminRole.AUDIT) {
            throw new AccessDeniedException("the audit administrator reads the records");
        }
    }
}
