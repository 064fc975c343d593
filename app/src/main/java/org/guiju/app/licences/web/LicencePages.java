package org.guiju.app.licences.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.licences.application.LicenceDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.licences.Licences;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 许可证台账: the organ's register with what runs out soon, and one licence with its history and what may be done about it.
@Controller
class LicencePages {
    static final List<String> STATES =
            List.of(
                    "expiring",
                    "in-force",
                    "suspended",
                    "expired",
                    "revoked",
                    "withdrawn",
                    "taken-away",
                    "cancelled");
    private final LicenceDesk desk;
    private final LicenceView view;
    private final OfficialClock clock;

    LicencePages(LicenceDesk desk, LicenceView view, OfficialClock clock) {
        this.desk = desk;
        this.view = view;
        this.clock = clock;
    }

    static String state(Map<String, String> asked) {
        var state = asked.getOrDefault("state", "");
        return STATES.contains(state) ? state : "";
    }

    static String text(Map<String, String> asked) {
        var text = asked.getOrDefault("q", "").strip();
        return text.substring(0, Math.min(text.length(), 100));
    }

    @GetMapping("/desk/licences")
    String register(@RequestParam Map<String, String> asked, Model model) {
        var me = LicenceView.officer();
        model.addAttribute("lines", view.find(me, state(asked), text(asked)));
        model.addAttribute("quotas", view.quotas(me));
        model.addAttribute("states", STATES);
        model.addAttribute("state", state(asked));
        model.addAttribute("q", text(asked));
        return "licences/register";
    }

    @GetMapping("/desk/licences/export.csv")
    void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        var lines = view.find(LicenceView.officer(), state(asked), text(asked));
        Download.csv(
                response,
                "licences",
                new Export(
                        "licences",
                        List.of(
                                "number",
                                "power",
                                "organ",
                                "case",
                                "holder",
                                "from",
                                "until",
                                "state",
                                "renewal-pending",
                                "changed",
                                "renewed"),
                        lines.stream()
                                .map(l ->
                                        List.of(
                                                Cell.of(l.row().number()),
                                                Cell.of(l.row().power()),
                                                Cell.of(l.row().organ().value()),
                                                Cell.of(l.row().caseNo()),
                                                Cell.of(l.row().holder()),
                                                Cell.of(l.row().from()),
                                                Cell.of(l.row().until()),
                                                Cell.of(l.state()),
                                                Cell.of(l.row().pending() ? "yes" : "no"),
                                                Cell.of(l.row().changed()),
                                                Cell.of(l.row().renewed()))),
                        null));
    }

    @GetMapping("/desk/licences/{number}")
    String licence(@PathVariable String number, Model model) {
        return licence(number, Map.of(), new FormErrors(), "", model);
    }

    private String licence(
            String number, Map<String, String> typed, FormErrors errors, String act, Model model) {
        var me = LicenceView.officer();
        var sheet = view.own(number, me);
        var today = clock.today();
        boolean decides = desk.decides(me, sheet.line().row().organ());
        model.addAttribute("sheet", sheet);
        model.addAttribute("grounds", decides ? Licences.grounds(sheet.state(), today) : List.of());
        model.addAttribute("ends", decides && sheet.state().inForce(today));
        var check = sheet.check();
        model.addAttribute(
                "checks",
                check != null
                        && check.holds(today)
                        && sheet.state().inForce(today)
                        && !sheet.state().checks().containsKey(today.getYear()));
        boolean stands = sheet.state().inForce(today);
        model.addAttribute("whys", stands ? LicenceView.whys(sheet.state()) : List.of());
        model.addAttribute("missing", stands ? desk.missing(sheet.state()) : List.of());
        model.addAttribute("today", today);
        model.addAttribute("typed", typed);
        model.addAttribute("act", act);
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "licences/licence";
    }

    /// 证件: one file of an edition, such as `original.pdf` or `duplicate.ofd`.
    @GetMapping("/desk/licences/{number}/certificates/{edition}/{name}")
    ResponseEntity<byte[]> certificate(
            @PathVariable String number, @PathVariable int edition, @PathVariable String name) {
        return view.certificate(number, edition, name);
    }

    @PostMapping("/desk/licences/{number}/{act:cancel|withdraw|take-away|suspend|certify|check}")
    String act(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var me = LicenceView.officer();
        var sheet = view.own(number, me);
        try {
            var asked = new LicenceSent(sent).command(act).orElseThrow(LicenceView::missing);
            desk.act(sheet.line().row(), asked, Stamp.own(clock.now(), me.value(), command));
        } catch (Unreadable fault) {
            var errors = new FormErrors();
            errors.add(act + "-" + fault.field(), fault.key());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return licence(number, sent, errors, act, model);
        }
        flash.addFlashAttribute("notice", Notice.done("licences.done." + act));
        return "redirect:/desk/licences/" + number;
    }
}
