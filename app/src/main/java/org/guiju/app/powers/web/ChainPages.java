package org.guiju.app.powers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.powers.application.AdjustmentRegister;
import org.guiju.app.powers.application.Chain;
import org.guiju.app.powers.application.Chain.Link;
import org.guiju.app.powers.application.Chain.Pillar;
import org.guiju.app.powers.application.KeyTags;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 权责链条页: the chain of every post, what the units rest on, and what is tagged as key.
@Controller
@RequestMapping("/catalog/chain")
class ChainPages {
    private static final String HOME = "redirect:/catalog/chain";
    private static final int LONGEST = 500;
    private final Chain chain;
    private final KeyTags tags;
    private final AdjustmentRegister register;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final MessageSource messages;

    ChainPages(
            Chain chain,
            KeyTags tags,
            AdjustmentRegister register,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            MessageSource messages) {
        this.chain = chain;
        this.tags = tags;
        this.register = register;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    String posts(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String missing,
            Model model) {
        var all = chain.rows();
        var here =
                all.stream()
                        .filter(r -> organ.isEmpty() || r.organ().id().value().equals(organ))
                        .filter(r -> missing.isEmpty() || !r.missing().isEmpty())
                        .toList();
        model.addAttribute("rows", here);
        model.addAttribute("links", Link.values());
        model.addAttribute("organ", organ);
        model.addAttribute("missing", missing);
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("total", all.size());
        model.addAttribute("broken", all.stream().filter(r -> !r.missing().isEmpty()).count());
        model.addAttribute("mayKeep", mayKeep());
        return "adjustments/chain";
    }

    @PostMapping
    String fill(
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        clerk();
        var row =
                chain.rows().stream()
                        .filter(r -> r.key().equals(post))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = SuperiorPages.plain(text);
        var which = Link.of(link);
        if (which.isEmpty() || words.isEmpty() || words.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute(
                    "errors",
                    new FormErrors().add("text", "chain.error.text", Integer.toString(LONGEST)));
            model.addAttribute("post", post);
            model.addAttribute("link", link);
            return posts(row.organ().id().value(), "", model);
        }
        chain.fill(row, which.get(), words, stamp());
        flash.addFlashAttribute("notice", Notice.done("chain.filled"));
        flash.addAttribute("organ", row.organ().id().value());
        return HOME;
    }

    @GetMapping("/posts.csv")
    void csv(HttpServletResponse response, Locale locale) throws IOException {
        var _ = officer();
        Download.csv(response, "chain", export(locale));
    }

    @GetMapping("/posts.xlsx")
    void xlsx(HttpServletResponse response, Locale locale) throws IOException {
        var _ = officer();
        Download.xlsx(response, "chain", export(locale));
    }

    private Export export(Locale locale) {
        return new Export(
                said("chain.title", locale),
                Stream.concat(
                                Stream.of(said("chain.organ", locale), said("chain.post", locale)),
                                Stream.concat(
                                        Stream.of(Link.values())
                                                .map(l -> said("chain.link." + l.code(), locale)),
                                        Stream.of(said("chain.missing", locale))))
                        .toList(),
                chain.rows().stream()
                        .map(r ->
                                Stream.concat(
                                                Stream.of(
                                                        Cell.of(r.organ().name().zh()),
                                                        Cell.of(role(r.role(), locale))),
                                                Stream.concat(
                                                        Stream.of(Link.values())
                                                                .map(l ->
                                                                        Cell.of(
                                                                                r.links()
                                                                                        .getOrDefault(
                                                                                                l,
                                                                                                ""))),
                                                        Stream.of(
                                                                Cell.of(
                                                                        String.join(
                                                                                "、",
                                                                                r.missing().stream()
                                                                                        .map(l ->
                                                                                                said(
                                                                                                        "chain.link."
                                                                                                                + l
                                                                                                                        .code(),
                                                                                                        locale))
                                                                                        .toList())))))
                                        .toList()),
                null);
    }

    private String role(String role, Locale locale) {
        return java.util.Objects.requireNonNullElse(
                messages.getMessage("role." + role, null, role, locale), role);
    }

    @GetMapping("/units")
    String units(Model model) {
        var _ = officer();
        var units = chain.units();
        model.addAttribute("units", units);
        model.addAttribute("pillars", Pillar.values());
        model.addAttribute("missing", units.stream().mapToInt(Chain.Unit::missing).sum());
        model.addAttribute("wanted", units.size() * Pillar.values().length);
        return "adjustments/units";
    }

    @GetMapping("/units/{organ}")
    String unit(@PathVariable String organ, Model model) {
        model.addAttribute("mayKeep", mayKeep());
        model.addAttribute(
                "unit",
                chain.unit(organ)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("pillars", Pillar.values());
        return "adjustments/unit";
    }

    @PostMapping("/units/{organ}")
    String profile(
            @PathVariable String organ,
            @RequestParam Map<String, String> typed,
            RedirectAttributes flash) {
        clerk();
        var unit =
                chain.unit(organ)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var bases = new EnumMap<Pillar, String>(Pillar.class);
        for (var pillar : Pillar.values()) {
            var words = SuperiorPages.plain(typed.getOrDefault(pillar.code(), ""));
            if (words.length() > LONGEST) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            bases.put(pillar, words);
        }
        chain.profile(unit.organ(), bases, stamp());
        flash.addFlashAttribute("notice", Notice.done("chain.unit.done"));
        return "redirect:/catalog/chain/units";
    }

    @GetMapping("/keys")
    String keys(Model model) {
        var _ = officer();
        model.addAttribute("fields", tags.fields());
        model.addAttribute("departments", tags.departments());
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("posts", tags.posts());
        model.addAttribute("postKinds", KeyTags.POSTS);
        model.addAttribute("everyPost", chain.rows());
        model.addAttribute("linked", tags.links());
        model.addAttribute("linkKinds", KeyTags.LINKS);
        model.addAttribute("mayKeep", mayKeep());
        return "adjustments/keys";
    }

    @PostMapping("/keys/field")
    String field(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable List<String> field,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        clerk();
        var plain = SuperiorPages.plain(code);
        if (!register.known(plain)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute(
                    "errors", new FormErrors().add("code", "adjustments.error.unknown", plain));
            model.addAttribute("code", plain);
            return keys(model);
        }
        var chosen =
                KeyTags.FIELDS.stream().filter(f -> field != null && field.contains(f)).toList();
        return tagged("key-field", plain, String.join(" ", chosen), flash);
    }

    @PostMapping("/keys/departments")
    String departments(
            @RequestParam(required = false) @Nullable List<String> organ,
            RedirectAttributes flash) {
        clerk();
        for (var o : allocation.organs()) {
            var key = o.id().value();
            boolean chosen = organ != null && organ.contains(key);
            if (chosen || !tags.tags("key-department", key).isEmpty()) {
                tags.tag("key-department", key, chosen ? "key" : "", stamp());
            }
        }
        flash.addFlashAttribute("notice", Notice.done("keys.done"));
        return HOME + "/keys";
    }

    @PostMapping("/keys/post")
    String post(
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String kind,
            RedirectAttributes flash) {
        clerk();
        if (chain.rows().stream().noneMatch(r -> r.key().equals(post))
                || !(kind.isEmpty() || KeyTags.POSTS.contains(kind))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return tagged("key-post", post, kind, flash);
    }

    private String tagged(String what, String key, String chosen, RedirectAttributes flash) {
        tags.tag(what, key, chosen, stamp());
        flash.addFlashAttribute("notice", Notice.done("keys.done"));
        return HOME + "/keys";
    }

    /// 监督计划: the key departments are chosen until somebody chooses otherwise.
    @GetMapping("/plan")
    String plan(Model model) {
        var _ = officer();
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("chosen", tags.departments());
        return "adjustments/plan";
    }

    /// The chosen departments as a list to take along.
    @PostMapping("/plan")
    void plan(
            @RequestParam(required = false) @Nullable List<String> organ,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var _ = officer();
        var keys = tags.departments();
        Download.xlsx(
                response,
                "supervision-plan",
                new Export(
                        said("plan.title", locale),
                        List.of(said("chain.organ", locale), said("keys.department", locale)),
                        allocation.organs().stream()
                                .filter(o -> organ != null && organ.contains(o.id().value()))
                                .map(o ->
                                        List.of(
                                                Cell.of(o.name().zh()),
                                                Cell.of(
                                                        keys.contains(o.id().value())
                                                                ? said("keys.yes", locale)
                                                                : ""))),
                        null));
    }

    private boolean mayKeep() {
        return clerks.holds(officer().person(), SuperiorPages.CLERK);
    }

    private void clerk() {
        if (!mayKeep()) {
            throw new AccessDeniedException("catalogue clerks only");
        }
    }

    private Stamp stamp() {
        return Stamp.own(clock.now(), officer().person().value(), UUID.randomUUID());
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
