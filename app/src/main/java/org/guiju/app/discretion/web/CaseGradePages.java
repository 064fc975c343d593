package org.guiju.app.discretion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.Standards.Edition;
import org.guiju.app.discretion.application.DiscretionDesk;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.discretion.Factor;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.discretion.StatutoryGrounds;
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

/// 案件套档页 (C12): the facts of a case, the row they find in the standard that was in force when the case began, its article and
/// band, and what was decided before under the same conduct and grade, without anybody's name.
@Controller
class CaseGradePages {
    private static final int LOOKED_AT = 100;
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Standards standards;
    private final DiscretionDesk discretion;
    private final StandardText text;
    private final Allocation allocation;
    private final OfficialClock clock;

    CaseGradePages(
            CaseQuery cases,
            CaseDesk desk,
            Standards standards,
            DiscretionDesk discretion,
            StandardText text,
            Allocation allocation,
            OfficialClock clock) {
        this.cases = cases;
        this.desk = desk;
        this.standards = standards;
        this.discretion = discretion;
        this.text = text;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 类案: how many, and the fines of the least, the middle and the gravest, in yuan.
    record Similar(int count, String min, String median, String max) {}

    /// 套档结果, with what stands on the table of the case beside it.
    ///
    /// @param fits whether the sanction on the table lies in grade and band; null where none is there
    record Found(
            Edition edition,
            Standard.Row row,
            String band,
            String by,
            Similar similar,
            @org.jspecify.annotations.Nullable Boolean fits) {}

    @GetMapping("/desk/cases/{no}/discretion")
    String page(@PathVariable String no, Locale locale, Model model) {
        var file = file(no, officer());
        return page(file, Map.of(), new FormErrors(), locale, model);
    }

    private String page(
            CaseFile file,
            Map<String, String> typed,
            FormErrors errors,
            Locale locale,
            Model model) {
        model.addAttribute("no", file.state().opening().no());
        model.addAttribute("bound", bound(file));
        model.addAttribute("typed", typed);
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute("grounds", StatutoryGrounds.on(clock.today()));
        model.addAttribute("choices", discretion.grounds(file.id()));
        var chosen = standards.chosen(file.id()).stream().map(Standards.Chosen::ground).toList();
        model.addAttribute(
                "chosen",
                discretion.grounds(file.id()).stream()
                        .filter(g -> chosen.contains(g.id()))
                        .toList());
        model.addAttribute(
                "found",
                standards.applied(file.id()).reversed().stream()
                        .limit(1)
                        .flatMap(a ->
                                standards.version(a.code(), a.version()).stream()
                                        .flatMap(e ->
                                                e.standard().row(a.row()).stream()
                                                        .map(r -> found(file, e, r, a, locale))))
                        .findFirst()
                        .orElse(null));
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "discretion/case";
    }

    /// The standards in force on the day on which the case began.
    private List<Edition> bound(CaseFile file) {
        return discretion.binding(
                file.definition().code().value(), file.state().opening().receivedOn());
    }

    private Found found(
            CaseFile file, Edition e, Standard.Row row, Standards.Applied a, Locale locale) {
        var table = file.state().penalty().onTable();
        var band = row.band();
        Boolean fits =
                table == null
                        ? null
                        : table.grade().equals(row.grade())
                                && (band == null ? table.fine() == 0 : band.holds(table.fine()));
        return new Found(
                e,
                row,
                text.band(e.standard(), band, locale),
                allocation.nameOf(a.by()),
                similar(file, e.standard().statute().conduct(), row.grade()),
                fits);
    }

    private Similar similar(CaseFile file, String conduct, String grade) {
        var filter =
                new CaseQuery.Filter(
                        "closed", file.definition().code().value(), "", "", 1, LOOKED_AT);
        var fines =
                cases.find(filter).rows().stream()
                        .filter(r ->
                                !r.caseId().equals(file.id())
                                        && Objects.equals(r.decision(), "punished"))
                        .flatMap(r -> desk.file(r.caseId()).stream())
                        .map(f -> f.state().penalty().decided())
                        .filter(Objects::nonNull)
                        .map(d -> d.sanction())
                        .filter(Objects::nonNull)
                        .filter(s -> s.violation().equals(conduct) && s.grade().equals(grade))
                        .map(Sanction::fine)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        return fines.isEmpty()
                ? new Similar(0, "", "", "")
                : new Similar(
                        fines.size(),
                        StandardText.hundredths(fines.getFirst()),
                        StandardText.hundredths(fines.get(fines.size() / 2)),
                        StandardText.hundredths(fines.getLast()));
    }

    @PostMapping("/desk/cases/{no}/discretion")
    String apply(
            @PathVariable String no,
            @RequestParam Map<String, String> sent,
            @RequestParam String standard,
            @RequestParam UUID command,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var user = officer();
        var file = file(no, user);
        var edition =
                bound(file).stream()
                        .filter(e -> e.standard().code().equals(standard))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var facts = new LinkedHashMap<String, String>();
        edition.standard().factors().stream()
                .map(Factor::id)
                .forEach(f -> facts.put(f, sent.getOrDefault(standard + "-" + f, "").strip()));
        var result =
                discretion.apply(
                        user.person(),
                        file.id(),
                        edition,
                        facts,
                        Stamp.own(clock.now(), user.person().value(), command));
        if (result.row().isEmpty()) {
            var errors = new FormErrors();
            edition.standard().factors().stream()
                    .filter(f -> result.faults().containsKey(f.id()))
                    .forEach(f ->
                            errors.add(
                                    standard + "-" + f.id(),
                                    "discretion.fact." + result.faults().get(f.id()),
                                    StandardText.named(f.name(), locale)));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(file, sent, errors, locale, model);
        }
        flash.addFlashAttribute(
                "notice", Notice.done("discretion.computed", result.row().get().id()));
        return "redirect:/desk/cases/" + no + "/discretion";
    }

    @PostMapping("/desk/cases/{no}/discretion/ground")
    String choose(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam UUID command,
            RedirectAttributes flash) {
        var user = officer();
        var file = file(no, user);
        boolean known =
                discretion.choose(
                        user.person(),
                        file.id(),
                        ground,
                        Stamp.own(clock.now(), user.person().value(), command));
        flash.addFlashAttribute(
                "notice",
                known
                        ? Notice.done("discretion.chosen.done")
                        : Notice.warn("discretion.chosen.none"));
        return "redirect:/desk/cases/" + no + "/discretion";
    }

    private CaseFile file(String no, CurrentUser user) {
        var file =
                cases.byNo(no)
                        .flatMap(desk::file)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!file.readableBy(user.person())) {
            throw new AccessDeniedException("another organ's case");
        }
        return file;
    }

    private static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("the desk is for officers"));
    }
}
