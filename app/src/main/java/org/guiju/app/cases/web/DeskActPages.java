package org.guiju.app.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CasePaperFile;
import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.CommandReader;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.vouchers.Voucher;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 办理表单: every act has an address with a form; sending it asks the decider. The form carries the command's id, so that
/// sending it twice does nothing twice.
@Controller
class DeskActPages {
    private final DeskAccess access;
    private final CaseDesk desk;
    private final CommandReader reader;
    private final DeskForms forms;
    private final DeskOffers offers;
    private final DeskUploads uploads;
    private final DeskWords words;
    private final CasePapers papers;

    DeskActPages(
            DeskAccess access,
            CaseDesk desk,
            CommandReader reader,
            DeskForms forms,
            DeskOffers offers,
            DeskUploads uploads,
            DeskWords words,
            CasePapers papers) {
        this.access = access;
        this.desk = desk;
        this.reader = reader;
        this.forms = forms;
        this.offers = offers;
        this.uploads = uploads;
        this.words = words;
        this.papers = papers;
    }

    @GetMapping("/desk/cases/{no}/acts/{act}")
    String form(
            @PathVariable String no,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String standard,
            @RequestParam(defaultValue = "") String person,
            Model model) {
        var user = DeskAccess.officer();
        var file = access.file(no, user);
        var known = known(act, file);
        var at = at(file, known, step);
        var values = new LinkedHashMap<String, List<String>>();
        if (!standard.isEmpty()) {
            values.put("standard", List.of(standard));
        }
        if (!person.isEmpty()) {
            values.put("person", List.of(person));
        }
        show(model, file, known, at, CaseDesk.newCommand(), user, values);
        model.addAttribute("why", offers.offer(file, user, known, at).why());
        return "desk/act";
    }

    @PostMapping("/desk/cases/{no}/acts/{act}")
    String act(
            @PathVariable String no,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var user = DeskAccess.officer();
        var file = access.file(no, user);
        var known = known(act, file);
        var values = values(sent, file, known);
        var step = first(values, "step");
        var id = command(first(values, "command"));
        if (done(file, id, user)) {
            redirect.addFlashAttribute("notice", Notice.done("desk.done.again"));
            return "redirect:/desk/cases/" + no;
        }
        var files = DeskUploads.of(request);
        var errors = new FormErrors();
        files.stream()
                .filter(f -> f.mediaType().isEmpty())
                .forEach(f ->
                        errors.add(
                                f.field(), "field.fault.file-type", forms.label(file, f.field())));
        var input = new CommandInput(values, List.of());
        var command = reader.read(act, input, file);
        var voucher = input.voucher().orElse(null);
        addFaults(errors, file, input);
        if (errors.any() || command.isEmpty()) {
            show(model, file, known, step, id, user, values);
            model.addAttribute("errors", errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "desk/act";
        }
        return settle(
                file,
                known,
                user,
                id,
                withFiles(file, known, values, files, command.get()),
                voucher,
                values,
                response,
                model,
                redirect);
    }

    private static LinkedHashMap<String, List<String>> values(
            MultiValueMap<String, String> sent, CaseFile file, DeskAct act) {
        var values = new LinkedHashMap<String, List<String>>(sent);
        values.remove("_csrf");
        // A name that ends where its key should stand names nothing.
        values.keySet().removeIf(name -> name.strip().endsWith("."));
        values.put("step", List.of(at(file, act, first(values, "step"))));
        DeskPenalty.graded(values);
        return values;
    }

    /// 签发前预览: the paper that would come of what is filled in, before anybody signs; the form stays open in its own window.
    @PostMapping("/desk/cases/{no}/acts/{act}/preview")
    @Nullable ModelAndView preview(
            @PathVariable String no,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        var user = DeskAccess.officer();
        var file = access.file(no, user);
        var known = known(act, file);
        var values = values(sent, file, known);
        var input = new CommandInput(values, List.of());
        var command = reader.read(act, input, file);
        var errors = new FormErrors();
        addFaults(errors, file, input);
        var model = new ExtendedModelMap();
        var step = first(values, "step");
        show(model, file, known, step, CaseDesk.newCommand(), user, values);
        if (errors.any() || command.isEmpty()) {
            model.addAttribute("errors", errors);
            return new ModelAndView("desk/act", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (desk.imagined(DeskAccess.actor(user), file, command.get())) {
            case Outcome.Refused<CaseFile>(var refusals) -> {
                model.addAttribute(
                        "refused", refusals.stream().map(r -> offers.said(file, r)).toList());
                yield new ModelAndView("desk/act", model, HttpStatus.CONFLICT);
            }
            case Outcome.Permitted<CaseFile>(var behind) -> drawn(behind, model, response);
        };
    }

    private @Nullable ModelAndView drawn(
            List<CaseFile> behind, Model model, HttpServletResponse response) throws IOException {
        var drawn = papers.preview(behind);
        if (drawn.isEmpty()) {
            model.addAttribute("paperless", true);
            return new ModelAndView("desk/act", model.asMap(), HttpStatus.OK);
        }
        CasePaperFile.write(drawn.get(), response);
        return null;
    }

    private void addFaults(FormErrors errors, CaseFile file, CommandInput input) {
        for (var fault : input.faults()) {
            if (errors.of(fault.field()) == null) {
                errors.add(
                        fault.field(),
                        "field.fault." + fault.why(),
                        forms.label(file, fault.field()));
            }
        }
    }

    private String settle(
            CaseFile file,
            DeskAct act,
            CurrentUser user,
            UUID id,
            CaseCommand command,
            @Nullable Voucher voucher,
            Map<String, List<String>> values,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        List<RefusalWords.Said> refused;
        try {
            var answer =
                    desk.act(id, DeskAccess.actor(user), file.id(), command, voucher, desk.now());
            if (answer instanceof CaseAnswer.Refused(var reasons)) {
                refused = reasons.stream().map(r -> offers.said(file, r)).toList();
            } else {
                redirect.addFlashAttribute(
                        "notice", Notice.done("desk.done", words.say("act." + act.code())));
                return "redirect:/desk/cases/" + file.state().opening().no();
            }
        } catch (CommandGate.AnotherBody _) {
            refused = List.of();
            model.addAttribute("resent", true);
        }
        // The id has had its answer; what is mended is another command.
        show(model, file, act, first(values, "step"), CaseDesk.newCommand(), user, values);
        model.addAttribute("refused", refused);
        response.setStatus(HttpStatus.CONFLICT.value());
        return "desk/act";
    }

    private void show(
            Model model,
            CaseFile file,
            DeskAct act,
            String step,
            UUID command,
            CurrentUser user,
            Map<String, List<String>> values) {
        model.addAttribute("f", forms.of(file, act, step, command.toString(), user, values));
        model.addAttribute("no", file.state().opening().no());
        model.addAttribute("file", file);
        model.addAttribute("matter", file.definition().matter());
        model.addAttribute("situation", file.situation().name());
        model.addAttribute("applicant", file.state().opening().applicant());
        model.addAttribute("agent", file.state().intake().agent());
        model.addAttribute("name", words.say("act." + act.code()));
        model.addAttribute("vouchers", desk.vouchers(user.person()));
    }

    /// Files are kept only once the rest of the form is sound.
    private CaseCommand withFiles(
            CaseFile file,
            DeskAct act,
            Map<String, List<String>> values,
            List<DeskUploads.Sent> files,
            CaseCommand without) {
        if (files.isEmpty()
                || (act != DeskAct.SUPPLY_MATERIALS
                        && act != DeskAct.NAME_AGENT
                        && act != DeskAct.RECORD_INSPECTION
                        && act != DeskAct.TAKE_EVIDENCE)) {
            return without;
        }
        var subject =
                act == DeskAct.SUPPLY_MATERIALS || act == DeskAct.NAME_AGENT
                        ? file.state().opening().applicant().subject()
                        : "case:" + file.id();
        var filings = uploads.store(files, subject);
        return reader.read(act.code(), new CommandInput(values, filings), file).orElse(without);
    }

    /// Whether this officer's command has been carried out already: the case itself remembers it.
    private static boolean done(CaseFile file, UUID id, CurrentUser user) {
        return file.traces().stream()
                .map(CaseFile.Trace::entry)
                .anyMatch(e ->
                        e.command().equals(id.toString()) && e.by().equals(user.person().value()));
    }

    private static UUID command(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private DeskAct known(String act, CaseFile file) {
        return DeskAct.of(act)
                .filter(a -> reader.names().contains(a.code()))
                .filter(a -> file.definition().penalty() != null || !a.ofPenalty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// The step named, or the open step that the act belongs to; of a step that the flow does not have, the decider says so.
    private static String at(CaseFile file, DeskAct act, String step) {
        if (act.wholeCase()) {
            return "";
        }
        return step.isBlank()
                ? file.state().open().stream()
                        .filter(r -> act.fits(r.kind()))
                        .map(r -> r.step())
                        .findFirst()
                        .orElse(file.situation().first().id())
                : step;
    }

    private static String first(Map<String, List<String>> values, String name) {
        var all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }
}
