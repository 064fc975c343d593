package org.guiju.app.fees.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.fees.application.FeeDesk;
import org.guiju.app.fees.web.FeeAccess.Sent;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.kernel.fees.FeeEvent;
import org.guiju.kernel.fees.FeeState;
import org.guiju.kernel.fees.Fees;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 收费页: the fee of a case with what may be done about it, the books of the organ, and the reconciliation with the receipt system.
@Controller
class FeePages {
    private final FeeDesk desk;
    private final FeeAccess access;
    private final Allocation allocation;
    private final OfficialClock clock;

    FeePages(FeeDesk desk, FeeAccess access, Allocation allocation, OfficialClock clock) {
        this.desk = desk;
        this.access = access;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 经过, a line for each event; what does not belong to its kind is empty.
    public record Line(
            String kind, String day, String amount, String receipt, String words, String who) {}

    private Line line(FeeEvent event) {
        var who = allocation.nameOf(event.by());
        var on = event.on().toString();
        return switch (event) {
            case FeeEvent.Charged e ->
                    new Line("charged", on, Fees.yuan(e.fen()), "", e.basis().cite(), who);
            case FeeEvent.Paid e ->
                    new Line("paid", e.day() + "", Fees.yuan(e.fen()), e.receipt(), "", who);
            case FeeEvent.Waived e ->
                    new Line(
                            "waived",
                            on,
                            Fees.yuan(e.fen()),
                            "",
                            e.basis().cite() + " " + e.reason(),
                            who);
            case FeeEvent.Refunded e ->
                    new Line(
                            "refunded",
                            e.day() + "",
                            Fees.yuan(e.fen()),
                            e.receipt(),
                            e.reason(),
                            who);
        };
    }

    /// Amounts for the templates.
    public static final class Yuan {
        public String of(long fen) {
            return Fees.yuan(fen);
        }
    }

    @GetMapping("/desk/cases/{no}/fee")
    String fee(@PathVariable String no, Model model) {
        var me = FeeAccess.officer();
        return fee(access.file(no, me), me, Map.of(), new FormErrors(), "", model);
    }

    private String fee(
            CaseFile file,
            PersonId me,
            Map<String, String> typed,
            FormErrors errors,
            String act,
            Model model) {
        var no = file.state().opening().no();
        var history = desk.history(no);
        var state = FeeState.replay(history);
        model.addAttribute("no", no);
        model.addAttribute("standard", FeeDesk.standard(file.definition()));
        model.addAttribute("state", state);
        model.addAttribute("lines", history.stream().map(this::line).toList());
        model.addAttribute("open", !file.state().isClosed());
        var charged = state.charged();
        boolean decides = desk.decides(me, file.definition().organ());
        model.addAttribute(
                "waives",
                decides && charged != null && state.owed() > 0 && !charged.by().equals(me));
        model.addAttribute("refunds", decides && state.refundable() > 0);
        model.addAttribute("typed", typed);
        model.addAttribute("act", act);
        model.addAttribute("today", clock.today());
        model.addAttribute("yuan", new Yuan());
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "fees/case";
    }

    @PostMapping("/desk/cases/{no}/fee/{act:charge|pay|waive|refund}")
    String act(
            @PathVariable String no,
            @PathVariable String act,
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var me = FeeAccess.officer();
        var file = access.file(no, me);
        try {
            var asked = new Sent(sent).command(act).orElseThrow(FeeAccess::missing);
            desk.act(file, asked, access.stamp(me, command));
        } catch (Unreadable fault) {
            var errors = new FormErrors();
            errors.add(act + "-" + fault.field(), fault.key());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return fee(file, me, sent, errors, act, model);
        }
        flash.addFlashAttribute("notice", Notice.done("fees.done." + act));
        return "redirect:/desk/cases/" + no + "/fee";
    }

    @GetMapping("/desk/fees")
    String books(@RequestParam Map<String, String> asked, Model model) {
        return books(asked, new FormErrors(), model);
    }

    private String books(Map<String, String> asked, FormErrors errors, Model model) {
        var me = FeeAccess.officer();
        var organ = access.books(me, asked.getOrDefault("organ", ""));
        var span = access.span(new Sent(Map.of()));
        try {
            span = access.span(new Sent(asked));
        } catch (Unreadable fault) {
            errors.add(fault.field(), fault.key());
        }
        model.addAttribute("books", FeeBooks.of(desk.rows(organ, span.from(), span.until())));
        model.addAttribute("span", span);
        model.addAttribute("organ", organ.map(OrganId::value).orElse(""));
        model.addAttribute("organs", access.overseer(me) ? allocation.organs() : List.of());
        model.addAttribute("typed", asked);
        model.addAttribute("yuan", new Yuan());
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "fees/books";
    }

    @GetMapping("/desk/fees/export.csv")
    void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        var organ = access.books(FeeAccess.officer(), asked.getOrDefault("organ", ""));
        var span = access.span(new Sent(asked));
        var books = FeeBooks.of(desk.rows(organ, span.from(), span.until()));
        Download.csv(response, "fees", books.export());
    }

    @PostMapping("/desk/fees/reconcile")
    String reconcile(
            @RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
        var errors = new FormErrors();
        try {
            var fields = new Sent(sent);
            var span = access.span(fields);
            model.addAttribute(
                    "differences",
                    desk.reconcile(
                            access.own(FeeAccess.officer()),
                            span.from(),
                            span.until(),
                            fields.receipts("list")));
        } catch (Unreadable fault) {
            errors.add(fault.field(), fault.key());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return books(sent, errors, model);
    }
}
