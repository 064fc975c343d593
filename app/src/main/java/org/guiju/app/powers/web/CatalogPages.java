package org.guiju.app.powers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Navigation;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.application.AdjustPowers;
import org.guiju.app.powers.application.Examination;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.adjustments.AdjustmentCommand;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 权力目录页: powers with all their versions; a new text is checked, shown and published; a power is cancelled. Who may publish is
/// the organ that holds the power, and in it the catalogue clerk.
@Controller
@RequestMapping("/catalog/powers")
class CatalogPages {
    private static final String CLERK = "catalogue-clerk";
    private static final String HOME = "redirect:/catalog/powers";
    private static final int LONGEST_BASIS = 500;

    private final Catalogue catalogue;
    private final CatalogRules rules;
    private final PublishDefinition publish;
    private final DraftPages drafts;
    private final Allocation allocation;
    private final Clerks clerks;
    private final AdjustPowers adjust;
    private final OfficialClock clock;
    private final Navigation navigation;
    private final Examination examination;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());

    CatalogPages(
            Catalogue catalogue,
            CatalogRules rules,
            PublishDefinition publish,
            DraftPages drafts,
            Allocation allocation,
            Clerks clerks,
            AdjustPowers adjust,
            OfficialClock clock,
            Navigation navigation,
            Examination examination) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.publish = publish;
        this.drafts = drafts;
        this.allocation = allocation;
        this.clerks = clerks;
        this.adjust = adjust;
        this.clock = clock;
        this.navigation = navigation;
        this.examination = examination;
    }

    /// 目录行.
    ///
    /// @param until last day on which a case may begin, or null while open
    /// @param status key of the status below `catalog.powers.status.`
    record Row(
            PowerDefinition power,
            Text organ,
            LocalDate publishedOn,
            @Nullable LocalDate until,
            String status,
            @Nullable String publicHref,
            boolean mayCancel) {}

    @GetMapping
    String powers(Model model) {
        var user = officer();
        model.addAttribute("rows", rows(user));
        model.addAttribute("drafts", drafts.rows());
        model.addAttribute("coverage", catalogue.coverage(clock.today()));
        model.addAttribute("mayPublish", clerks.holds(user.person(), CLERK));
        return "catalog/powers";
    }

    private List<Row> rows(CurrentUser user) {
        var today = clock.today();
        var rows = new ArrayList<Row>();
        for (var p : rules.all()) {
            var power = catalogue.version(p.code(), p.version()).orElseThrow();
            var cancelled = rules.cancelled(p.code());
            var next =
                    catalogue.versions(p.code()).stream()
                            .filter(v -> v.version() > p.version())
                            .map(PowerDefinition::inForce)
                            .min(Comparator.naturalOrder())
                            .map(d -> d.minusDays(1));
            var until = earliest(power.until(), cancelled.map(c -> c.on().minusDays(1)), next);
            boolean now =
                    catalogue
                            .inForce(p.code(), today)
                            .filter(d -> d.version() == p.version())
                            .isPresent();
            boolean ended = cancelled.filter(c -> !c.on().isAfter(today)).isPresent();
            var status =
                    now
                            ? "now"
                            : power.inForce().isAfter(today) && !ended
                                    ? "ahead"
                                    : ended ? "cancelled" : "past";
            var page = "/powers/" + p.code();
            rows.add(
                    new Row(
                            power,
                            organ(power.organ()),
                            p.on(),
                            until,
                            status,
                            now && navigation.exists(page) ? page : null,
                            now
                                    && cancelled.isEmpty()
                                    && clerks.holds(user.person(), CLERK, power.organ())));
        }
        rows.sort(
                Comparator.comparing((Row r) -> r.power().code())
                        .thenComparing(r -> -r.power().version()));
        return rows;
    }

    private static @Nullable LocalDate earliest(
            @Nullable LocalDate own, Optional<LocalDate> cancelled, Optional<LocalDate> next) {
        return java.util.stream.Stream.of(Optional.ofNullable(own), cancelled, next)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @GetMapping("/{code}/{version:[0-9]{1,6}}.yaml")
    void text(@PathVariable String code, @PathVariable int version, HttpServletResponse response)
            throws IOException {
        officer();
        var text =
                Optional.of(code)
                        .filter(PowerCode::isWellFormed)
                        .flatMap(c -> catalogue.text(c, version))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/new")
    String begin(Model model) {
        var user = officer();
        model.addAttribute("text", "");
        model.addAttribute("mayPublish", clerks.holds(user.person(), CLERK));
        return "catalog/powers-new";
    }

    /// Checks a text; nothing is kept.
    @PostMapping("/new")
    String check(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response)
            throws IOException {
        officer();
        if (file == null || file.isEmpty()) {
            return text.isBlank()
                    ? again(
                            text,
                            new FormErrors().add("file", "catalog.powers.error.nothing"),
                            model,
                            response)
                    : checked(text, model, response);
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return checked(
                    decoder.decode(ByteBuffer.wrap(file.getBytes())).toString(), model, response);
        } catch (CharacterCodingException _) {
            return again(
                    text,
                    new FormErrors().add("file", "catalog.powers.error.encoding"),
                    model,
                    response);
        }
    }

    private String checked(String typed, Model model, HttpServletResponse response) {
        var text = unixLines(typed);
        return switch (reader.read(text, "definition.yaml")) {
            case LoadResult.Rejected rejected -> faults(text, rejected, model, response);
            case LoadResult.Loaded(var power) -> {
                var errors = rules.published(power) ? new FormErrors() : rules.unfit(power);
                if (errors.any()) {
                    yield again(text, errors, model, response);
                }
                model.addAttribute("text", text);
                model.addAttribute("findings", examination.of(power, text));
                model.addAttribute("power", power);
                model.addAttribute("organ", organ(power.organ()));
                model.addAttribute("known", rules.published(power));
                model.addAttribute("draft", null);
                model.addAttribute("needed", clerks.needed(CLERK, power.organ()));
                model.addAttribute(
                        "mayPublish", clerks.holds(officer().person(), CLERK, power.organ()));
                yield "catalog/powers-preview";
            }
        };
    }

    /// Submits a text: a second person confirms it before it is published (A56).
    @PostMapping("/submit")
    String submit(
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        var plain = unixLines(text);
        switch (reader.read(plain, "definition.yaml")) {
            case LoadResult.Rejected rejected -> {
                return faults(plain, rejected, model, response);
            }
            case LoadResult.Loaded(var power) -> {
                if (!clerks.holds(user.person(), CLERK, power.organ())) {
                    return refused(power.organ(), model, response);
                }
                if (!rules.published(power)) {
                    var errors = rules.unfit(power);
                    if (errors.any()) {
                        return again(plain, errors, model, response);
                    }
                    var open = publish.submissible(power.code().value(), power.version());
                    if (!open.isEmpty()) {
                        throw new RefusalException(open);
                    }
                    var stamp = Stamp.own(clock.now(), user.person().value(), UUID.randomUUID());
                    publish.submit(plain, power.code() + ".yaml", clock.today(), stamp);
                }
                flash.addFlashAttribute(
                        "notice",
                        Notice.done(
                                rules.published(power)
                                        ? "catalog.powers.published"
                                        : "catalog.powers.submitted",
                                power.name(),
                                Integer.toString(power.version()),
                                power.inForce().toString()));
                return HOME;
            }
        }
    }

    @GetMapping("/{code}/cancel")
    String askCancel(@PathVariable String code, Model model, HttpServletResponse response) {
        return cancelPage(power(code), clock.today().toString(), "", model, response);
    }

    @PostMapping("/{code}/cancel")
    String cancel(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam UUID command,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        var power = power(code);
        if (!clerks.holds(user.person(), CLERK, power.organ())) {
            return refused(power.organ(), model, response);
        }
        var errors = new FormErrors();
        var on = day(day);
        if (on.isEmpty()) {
            errors.add("day", "catalog.powers.error.day");
        } else if (on.get().isBefore(clock.today())) {
            errors.add("day", "catalog.powers.error.dayPast", clock.today().toString());
        }
        var why = Normalizer.normalize(unixLines(basis), Normalizer.Form.NFC).strip();
        if (why.isEmpty()) {
            errors.add("basis", "catalog.powers.error.basis");
        } else if (why.length() > LONGEST_BASIS || !storable(why)) {
            errors.add("basis", "catalog.powers.error.basisForm", Integer.toString(LONGEST_BASIS));
        }
        var before = rules.cancelled(code);
        if (before.isPresent()
                && !(on.isPresent()
                        && before.get().equals(new CatalogRules.Cancelled(on.get(), why)))) {
            errors.add("day", "catalog.powers.error.cancelled", code);
        }
        if (errors.any()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("errors", errors);
            return cancelPage(power, day, basis, model, response);
        }
        var refusals =
                adjust.ask(
                        command,
                        user.person(),
                        code,
                        new AdjustmentCommand.Cancel(on.orElseThrow(), why));
        if (before.isEmpty() && !refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
        flash.addFlashAttribute(
                "notice",
                Notice.done("catalog.powers.cancelled", power.name(), on.get().toString()));
        return HOME;
    }

    private String cancelPage(
            PowerDefinition power,
            String day,
            String basis,
            Model model,
            HttpServletResponse response) {
        var user = officer();
        if (!clerks.holds(user.person(), CLERK, power.organ())) {
            return refused(power.organ(), model, response);
        }
        model.addAttribute("power", power);
        model.addAttribute("day", day);
        model.addAttribute("basis", basis);
        model.addAttribute("cancelled", rules.cancelled(power.code().value()).orElse(null));
        model.addAttribute("command", UUID.randomUUID());
        return "catalog/powers-cancel";
    }

    private String refused(OrganId organ, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("needed", clerks.needed(CLERK, organ));
        model.addAttribute("organ", organ(organ));
        return "catalog/organs-refused";
    }

    private String faults(
            String text, LoadResult.Rejected rejected, Model model, HttpServletResponse response) {
        model.addAttribute("problems", rejected.problems());
        var errors =
                new FormErrors()
                        .add("text", "catalog.powers.error.problems", rejected.problems().size());
        return again(text, errors, model, response);
    }

    private String again(
            String text, FormErrors errors, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        model.addAttribute("text", text);
        model.addAttribute("mayPublish", clerks.holds(officer().person(), CLERK));
        return "catalog/powers-new";
    }

    private PowerDefinition power(String code) {
        var known =
                PowerCode.isWellFormed(code)
                        ? catalogue.versions(code)
                        : List.<PowerDefinition>of();
        return known.stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Text organ(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).orElseGet(() -> Text.zh(organ.value()));
    }

    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        (Character.isISOControl(c) && c != '\n' && c != '\t')
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
            var day = LocalDate.parse(plain.replace('/', '-').replace('.', '-'));
            return Optional.of(day).filter(d -> d.getYear() >= 2000 && d.getYear() <= 2100);
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
