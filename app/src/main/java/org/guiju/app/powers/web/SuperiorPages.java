package org.guiju.app.powers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.LongWork;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.app.powers.SuperiorCatalogue;
import org.guiju.app.powers.SuperiorCatalogue.Level;
import org.guiju.app.powers.application.AdjustPowers;
import org.guiju.app.powers.application.Adoption;
import org.guiju.app.powers.application.SuperiorCatalogues;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.formats.tables.TableException;
import org.guiju.kernel.adjustments.AdjustmentCommand;
import org.guiju.kernel.adjustments.SuperiorItem;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 上级目录页: import with a preview, adoption with its deviations, and reconciliation.
@Controller
@RequestMapping("/catalog/superior")
class SuperiorPages {
    static final String CLERK = "catalogue-clerk";
    private static final String HOME = "redirect:/catalog/superior";
    private static final int SHOWN = 50;
    private final SuperiorCatalogues catalogues;
    private final SuperiorCatalogue superior;
    private final Adoption adoption;
    private final AdjustPowers adjust;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final RefusalWords words;
    private final MessageSource messages;

    SuperiorPages(
            SuperiorCatalogues catalogues,
            Adoption adoption,
            AdjustPowers adjust,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            RefusalWords words,
            MessageSource messages) {
        this.catalogues = catalogues;
        this.superior = catalogues;
        this.adoption = adoption;
        this.adjust = adjust;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.words = words;
        this.messages = messages;
    }

    /// An organ's name, for the page.
    interface OrganName {
        Text of(OrganId organ);
    }

    @ModelAttribute("organName")
    OrganName names() {
        return id -> allocation.organ(id).map(Organ::name).orElseGet(() -> Text.zh(id.value()));
    }

    @GetMapping
    String home(@RequestParam(defaultValue = "") String show, Model model) {
        var person = officer().person();
        var rows = adoption.rows();
        model.addAttribute("imported", superior.imported());
        model.addAttribute("total", rows.size());
        model.addAttribute("adopted", rows.stream().filter(Adoption.Row::adopted).count());
        model.addAttribute(
                "deviating", rows.stream().filter(r -> !r.deviations().isEmpty()).count());
        model.addAttribute("show", show);
        var shown = rows.stream().filter(r -> shows(r, show)).toList();
        model.addAttribute("rows", shown.stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, shown.size() - SHOWN));
        model.addAttribute("levels", Level.values());
        model.addAttribute("mayKeep", clerks.holds(person, CLERK));
        return "adjustments/superior";
    }

    private static boolean shows(Adoption.Row row, String show) {
        return switch (show) {
            case "adopted" -> row.adopted();
            case "open" -> !row.adopted();
            case "deviating" -> !row.deviations().isEmpty();
            default -> true;
        };
    }

    /// Reads the file and shows what would change; nothing is imported yet.
    @PostMapping("/import")
    String read(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        clerk();
        var errors = new FormErrors();
        check(level, version, source, errors);
        if (file == null || file.isEmpty()) {
            errors.add("file", "superior.error.file");
        }
        if (!errors.any() && file != null) {
            try {
                var name = file.getOriginalFilename();
                var read = catalogues.read(name == null ? "" : name, file.getBytes());
                if (read.items().isEmpty() || !read.faults().isEmpty()) {
                    errors.add(
                            "file",
                            "superior.error.rows",
                            read.faults().stream().limit(10).map(String::valueOf).toList());
                } else {
                    return preview(read, level, version, source, model);
                }
            } catch (TableException e) {
                errors.add("file", "superior.error.table", e.sentence(locale));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        model.addAttribute("version", version);
        model.addAttribute("source", source);
        model.addAttribute("level", level);
        return home("", model);
    }

    private String preview(
            SuperiorCatalogues.Read read,
            String level,
            String version,
            String source,
            Model model) {
        var before = superior.items();
        var now = read.items();
        model.addAttribute("read", read);
        model.addAttribute("level", level);
        model.addAttribute("version", version);
        model.addAttribute("source", source);
        model.addAttribute("fresh", without(now, before));
        model.addAttribute("gone", without(before, now));
        return "adjustments/superior-preview";
    }

    private static List<SuperiorItem> without(List<SuperiorItem> these, List<SuperiorItem> those) {
        var codes =
                those.stream().map(SuperiorItem::code).collect(java.util.stream.Collectors.toSet());
        return these.stream().filter(i -> !codes.contains(i.code())).toList();
    }

    static void check(String level, String version, String source, FormErrors errors) {
        if (Level.of(level).isEmpty()) {
            errors.add("level", "superior.error.level");
        }
        if (plain(version).isEmpty() || version.length() > 100) {
            errors.add("version", "superior.error.version");
        }
        if (plain(source).isEmpty() || source.length() > 200) {
            errors.add("source", "superior.error.source");
        }
    }

    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cs}\\p{Cn}]", " ")
                .strip();
    }

    @PostMapping("/confirm")
    String take(
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes flash) {
        var person = clerk().person();
        var errors = new FormErrors();
        check(level, version, source, errors);
        if (errors.any() || catalogues.kept(digest).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        catalogues.take(
                Level.of(level).orElseThrow(),
                plain(version),
                plain(source),
                digest,
                Stamp.own(clock.now(), person.value(), UUID.randomUUID()));
        flash.addFlashAttribute(
                "notice",
                Notice.done("superior.taken", plain(version), catalogues.kept(digest).size()));
        return HOME;
    }

    @GetMapping("/items/{code}")
    String item(@PathVariable String code, Model model) {
        var person = officer().person();
        var row = row(code);
        model.addAttribute("row", row);
        model.addAttribute(
                "limit",
                row.limit() != null
                        ? row.limit()
                        : row.item().limit() == null ? "" : row.item().limit());
        model.addAttribute(
                "materials",
                String.join("\n", row.adopted() ? row.materials() : row.item().materials()));
        model.addAttribute("mayKeep", clerks.holds(person, CLERK));
        return "adjustments/superior-item";
    }

    @PostMapping("/items/{code}")
    String adopt(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String materials,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var person = clerk().person();
        var row = row(code);
        var errors = new FormErrors();
        var days = days(limit, errors);
        if (!errors.any()) {
            adoption.adopt(
                            row.item(),
                            organ(person),
                            days.orElse(null),
                            SuperiorCatalogues.listed(
                                    plain(materials.replace("\r\n", "、").replace("\n", "、"))),
                            Stamp.own(clock.now(), person.value(), UUID.randomUUID()))
                    .forEach(d ->
                            errors.add(
                                    d.kind() == SuperiorItem.Deviation.Kind.LIMIT_LONGER
                                            ? "limit"
                                            : "materials",
                                    "superior.error." + d.kind(),
                                    d.superior(),
                                    d.county()));
        }
        if (errors.any()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            item(code, model);
            model.addAttribute("errors", errors);
            model.addAttribute("limit", limit);
            model.addAttribute("materials", materials);
            return "adjustments/superior-item";
        }
        flash.addFlashAttribute("notice", Notice.done("superior.adopted", row.item().name()));
        return HOME + "?show=adopted";
    }

    static Optional<Integer> days(String limit, FormErrors errors) {
        var plain = Normalizer.normalize(limit, Normalizer.Form.NFKC).strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (!plain.matches("[1-9]\\d{0,3}")) {
            errors.add("limit", "superior.error.days");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(plain));
    }

    @PostMapping("/derive")
    @LongWork(LongWork.Queue.OFFICE)
    String derive(RedirectAttributes flash) {
        var person = clerk().person();
        int count =
                adoption.derive(
                        organ(person), Stamp.own(clock.now(), person.value(), UUID.randomUUID()));
        flash.addFlashAttribute("notice", Notice.done("superior.derived", count));
        return HOME + "?show=adopted";
    }

    @GetMapping("/reconcile")
    String reconcile(@RequestParam(defaultValue = "") String department, Model model) {
        var _ = officer();
        var absent = adoption.absent();
        var here =
                absent.stream()
                        .filter(a -> department.isEmpty() || a.department().equals(department))
                        .toList();
        model.addAttribute("none", superior.imported().isEmpty());
        model.addAttribute("total", absent.size());
        model.addAttribute("department", department);
        model.addAttribute(
                "departments",
                absent.stream().map(Adoption.Absent::department).distinct().sorted().toList());
        model.addAttribute("rows", here.stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, here.size() - SHOWN));
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute("mayKeep", clerks.holds(officer().person(), CLERK));
        return "adjustments/reconcile";
    }

    /// Cancels what was ticked: all of it, or nothing.
    @PostMapping("/reconcile")
    String cancel(
            @RequestParam UUID command,
            @RequestParam(required = false) @Nullable List<String> code,
            @RequestParam(defaultValue = "") String department,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash) {
        var person = clerk().person();
        if (code == null || code.isEmpty() || !adoption.allAbsent(code)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", new FormErrors().add("rows", "superior.error.none"));
            return reconcile(department, model);
        }
        var basis = basis();
        var refusals =
                adjust.askAll(
                        command, person, code, new AdjustmentCommand.Cancel(clock.today(), basis));
        if (!refusals.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refused", refusals.stream().map(r -> words.of(r, locale)).toList());
            model.addAttribute(
                    "refusedCode", refusals.getFirst().facts().getOrDefault("power", ""));
            return reconcile(department, model);
        }
        flash.addFlashAttribute("notice", Notice.done("superior.cancelled", code.size()));
        return "redirect:/catalog/adjustments?show=owed";
    }

    /// 未纳入的权力一律取消, with the catalogues that were looked at.
    String basis() {
        return "未纳入"
                + String.join(
                        "、",
                        superior.imported().stream()
                                .map(i -> i.source() + "（" + i.version() + "）")
                                .toList())
                + "，予以取消";
    }

    @GetMapping("/deviations.csv")
    void csv(HttpServletResponse response, Locale locale) throws IOException {
        var _ = officer();
        Download.csv(response, "deviations", export(locale));
    }

    @GetMapping("/deviations.xlsx")
    void xlsx(HttpServletResponse response, Locale locale) throws IOException {
        var _ = officer();
        Download.xlsx(response, "deviations", export(locale));
    }

    private Export export(Locale locale) {
        return new Export(
                messages.getMessage("superior.title", null, locale),
                Stream.of("code", "name", "organ", "deviation", "superior", "county")
                        .map(c -> messages.getMessage("superior.csv." + c, null, locale))
                        .toList(),
                adoption.rows().stream()
                        .filter(Adoption.Row::adopted)
                        .flatMap(r ->
                                r.deviations().isEmpty()
                                        ? Stream.of(cells(r, "", "", ""))
                                        : r.deviations().stream()
                                                .map(d ->
                                                        cells(
                                                                r,
                                                                messages.getMessage(
                                                                        "superior.deviation."
                                                                                + d.kind(),
                                                                        null,
                                                                        locale),
                                                                d.superior(),
                                                                d.county()))),
                null);
    }

    private List<Cell> cells(Adoption.Row row, String kind, String superiorSays, String county) {
        return List.of(
                Cell.of(row.item().code()),
                Cell.of(row.item().name()),
                Cell.of(row.organ() == null ? "" : names().of(row.organ()).zh()),
                Cell.of(kind),
                Cell.of(superiorSays),
                Cell.of(county));
    }

    private Adoption.Row row(String code) {
        return adoption.rows().stream()
                .filter(r -> r.item().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OrganId organ(org.guiju.kernel.shared.PersonId person) {
        return allocation
                .officer(person)
                .map(Officer::organ)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    private CurrentUser clerk() {
        var user = officer();
        if (!clerks.holds(user.person(), CLERK)) {
            throw new AccessDeniedException("catalogue clerks only");
        }
        return user;
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }
}
