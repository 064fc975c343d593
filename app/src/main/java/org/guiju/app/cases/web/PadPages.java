package org.guiju.app.cases.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.cases.FormPads;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.cases.application.NumberedForms.Pad;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// 编号决定书和应急凭证领用: the office issues pads of numbered forms and of emergency vouchers, takes back what is left and declares spoilt ones void; every officer of
/// the organ sees what became of each pad and each number.
@Controller
@RequestMapping("/desk/pads")
class PadPages {
    private static final String OFFICE = "archivist";
    private static final int PAGE = 50;
    private static final int LONGEST_REASON = 200;
    private final NumberedForms forms;
    private final FormPads pads;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Catalogue catalogue;
    private final OfficialClock clock;
    private final DeskWords words;

    PadPages(
            NumberedForms forms,
            FormPads pads,
            Allocation allocation,
            Clerks clerks,
            Catalogue catalogue,
            OfficialClock clock,
            DeskWords words) {
        this.forms = forms;
        this.pads = pads;
        this.allocation = allocation;
        this.clerks = clerks;
        this.catalogue = catalogue;
        this.clock = clock;
        this.words = words;
    }

    /// 一本, with its holder's name.
    record Line(FormPads.FormPad pad, String holder) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "1") String page, Model model) {
        return show(page, UUID.randomUUID(), new FormErrors(), model);
    }

    @PostMapping
    ModelAndView issue(
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model,
            RedirectAttributes redirect) {
        var user = DeskAccess.officer();
        var organ = organ(user);
        var errors = new FormErrors();
        if (!office(user, organ)) {
            errors.add("person", "pads.error.office");
        }
        var pad =
                new Pad(
                        NumberedForm.Kind.of(kind),
                        new PersonId(person.isBlank() ? "nobody" : person),
                        Normalizer.normalize(prefix, Normalizer.Form.NFC).strip(),
                        number(from),
                        number(to));
        if (holders(organ, pad.kind()).stream().noneMatch(h -> h.value().equals(person))) {
            errors.add("person", "pads.error.person");
        }
        pad.fault()
                .ifPresent(why ->
                        errors.add(
                                why.equals("prefix") ? "prefix" : "from",
                                "pads.error." + why,
                                Integer.toString(NumberedForms.MOST)));
        if (!errors.any()) {
            try {
                var taken =
                        forms.issue(
                                organ, pad, Stamp.own(clock.now(), user.person().value(), command));
                if (taken.isEmpty()) {
                    redirect.addFlashAttribute(
                            "notice",
                            Notice.done(
                                    "pads.done",
                                    words.person(pad.person()),
                                    pad.to() - pad.from() + 1));
                    return new ModelAndView("redirect:/desk/pads");
                }
                errors.add("from", "pads.error." + taken.get().why(), taken.get().number());
            } catch (CommandGate.AnotherBody _) {
                errors.add("from", "intake.error.changed");
            }
        }
        model.addAttribute("typedKind", pad.kind().code());
        model.addAttribute("typedPerson", person);
        model.addAttribute("typedPrefix", prefix);
        model.addAttribute("typedFrom", from);
        model.addAttribute("typedTo", to);
        return new ModelAndView(
                show("1", UUID.randomUUID(), errors, model),
                model.asMap(),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// 空白应急凭证, to be printed before it is needed: two slips a sheet, each with its number.
    @GetMapping("/{first}/slips")
    String slips(@PathVariable String first, Model model) {
        var organ = organ(DeskAccess.officer());
        var pad =
                (CommandInput.storable(first)
                                ? pads.pad(organ, first)
                                : Optional.<FormPads.FormPad>empty())
                        .filter(p -> p.kind() == NumberedForm.Kind.VOUCHER)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("pad", pad);
        model.addAttribute("organ", allocation.organ(organ).orElseThrow());
        model.addAttribute(
                "numbers",
                pads.numbers(organ, first).stream()
                        .filter(n -> n.state().equals("unused"))
                        .map(NumberedForm::number)
                        .toList());
        return "desk/slips";
    }

    /// 一本的每个号码.
    @GetMapping("/{first}")
    String one(@PathVariable String first, Model model) {
        return show(first, new FormErrors(), model);
    }

    @PostMapping("/void")
    ModelAndView declareVoid(
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        var user = DeskAccess.officer();
        var organ = organ(user);
        var errors = new FormErrors();
        var form =
                CommandInput.storable(number)
                        ? forms.find(organ, number.strip())
                        : Optional.<NumberedForm>empty();
        var why = Normalizer.normalize(reason, Normalizer.Form.NFC).strip();
        if (!office(user, organ)) {
            errors.add("number", "pads.error.office");
        } else if (why.isEmpty() || why.length() > LONGEST_REASON || !CommandInput.storable(why)) {
            errors.add("reason", "pads.error.reason");
        } else if (form.isPresent()
                && forms.declareVoid(
                        organ,
                        form.get().number(),
                        why,
                        Stamp.own(clock.now(), user.person().value(), command))) {
            redirect.addFlashAttribute("notice", Notice.done("pads.voided", form.get().number()));
            return back(form.get().pad());
        } else {
            errors.add("number", "pads.error.number");
        }
        model.addAttribute("typedNumber", number);
        model.addAttribute("typedReason", reason);
        return new ModelAndView(
                form.map(f -> show(f.pad(), errors, model))
                        .orElseGet(() -> show("1", UUID.randomUUID(), errors, model)),
                model.asMap(),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/return")
    ModelAndView takeBack(
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String pad,
            Model model,
            RedirectAttributes redirect) {
        var user = DeskAccess.officer();
        var organ = organ(user);
        var errors = new FormErrors();
        if (!office(user, organ)) {
            errors.add("pad", "pads.error.office");
        } else {
            int left =
                    CommandInput.storable(pad)
                            ? forms.takeBack(
                                    organ,
                                    pad,
                                    Stamp.own(clock.now(), user.person().value(), command))
                            : 0;
            if (left > 0) {
                redirect.addFlashAttribute("notice", Notice.done("pads.returned", left));
                return back(pad);
            }
            errors.add("pad", "pads.error.nothingLeft");
        }
        return new ModelAndView(
                show(pad, errors, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView back(String pad) {
        return new ModelAndView(
                "redirect:"
                        + UriComponentsBuilder.fromPath("/desk/pads/{first}")
                                .buildAndExpand(pad)
                                .encode()
                                .toUriString());
    }

    private String show(String first, FormErrors errors, Model model) {
        var user = DeskAccess.officer();
        var organ = organ(user);
        var pad =
                (CommandInput.storable(first)
                                ? pads.pad(organ, first)
                                : Optional.<FormPads.FormPad>empty())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("pad", pad);
        model.addAttribute("holder", words.person(pad.person()));
        model.addAttribute("numbers", pads.numbers(organ, first));
        model.addAttribute("cases", "/desk/cases/");
        model.addAttribute("office", office(user, organ));
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute("errors", errors);
        return "desk/pad";
    }

    private String show(String page, UUID command, FormErrors errors, Model model) {
        var user = DeskAccess.officer();
        var organ = organ(user);
        int asked = page.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1;
        var pager = Pager.of(asked, PAGE, pads.count(organ.value()), "/desk/pads", "");
        model.addAttribute(
                "lines",
                pads.pads(organ.value(), PAGE, pager.offset()).stream()
                        .map(p -> new Line(p, words.person(p.person())))
                        .toList());
        model.addAttribute("series", pads.series(organ.value()));
        model.addAttribute("pager", pager);
        var enforcers = holders(organ, NumberedForm.Kind.ON_THE_SPOT);
        model.addAttribute("onTheSpot", !enforcers.isEmpty());
        model.addAttribute("holders", holders(organ, NumberedForm.Kind.VOUCHER));
        model.addAttribute("office", office(user, organ));
        model.addAttribute("command", command);
        model.addAttribute("errors", errors);
        return "desk/pads";
    }

    /// Who can be given a pad: vouchers any officer of the organ, forms those who may punish on the spot under a power of it.
    private List<DeskForm.Option> holders(OrganId organ, NumberedForm.Kind kind) {
        var persons =
                switch (kind) {
                    case VOUCHER -> allocation.officers(organ).stream().map(Officer::person);
                    case ON_THE_SPOT -> enforcers(organ);
                };
        return persons.distinct()
                .map(p -> new DeskForm.Option(p.value(), words.person(p), false))
                .toList();
    }

    private Stream<PersonId> enforcers(OrganId organ) {
        var today = clock.today();
        var roster = allocation.roster();
        return catalogue.allInForce(today).stream()
                .filter(p -> p.organ().equals(organ))
                .flatMap(p -> p.situations().stream())
                .flatMap(s -> s.steps().stream())
                .filter(s -> s.kind() == StepKind.ON_THE_SPOT)
                .flatMap(s -> roster.holders(s.role(), organ, today).stream());
    }

    private boolean office(CurrentUser user, OrganId organ) {
        return clerks.holds(user.person(), OFFICE, organ);
    }

    private OrganId organ(CurrentUser user) {
        return allocation.officer(user.person()).map(o -> o.organ()).orElse(new OrganId("none"));
    }

    private static long number(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return Optional.of(plain)
                .filter(t -> t.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
