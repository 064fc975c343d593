package org.guiju.app.portal.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.FormPads;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.vouchers.Vouchers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// 应急凭证公开: how many slips each office has handed out while the system gave out no numbers, which were entered late, and for
/// whoever holds one, what became of it.
@Controller
class VoucherPages {
    private static final int LONGEST = 40;
    private final FormPads pads;
    private final Allocation allocation;
    private final Calendars calendars;
    private final OfficialClock clock;

    VoucherPages(FormPads pads, Allocation allocation, Calendars calendars, OfficialClock clock) {
        this.pads = pads;
        this.allocation = allocation;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// 一个机关的凭证: what it printed is in time, late, spoilt, given back or still out, and that is all of it.
    record Account(
            String organ,
            Text name,
            long issued,
            long inTime,
            long late,
            long spoilt,
            long returned,
            long out) {}

    /// 补录的一张.
    ///
    /// @param due the last day on which entering it was in time
    record Slip(
            String number,
            Text organ,
            String state,
            @Nullable LocalDate givenOn,
            @Nullable LocalDate due,
            @Nullable LocalDate enteredOn,
            boolean late,
            @Nullable String act) {}

    @GetMapping("/vouchers")
    String page(@RequestParam(defaultValue = "") String number, Model model) {
        var asked = Normalizer.normalize(number, Normalizer.Form.NFKC).replace("\0", "").strip();
        model.addAttribute("number", asked);
        if (!asked.isEmpty()) {
            model.addAttribute(
                    "found",
                    asked.length() > LONGEST
                            ? List.of()
                            : pads.voucher(asked).stream().map(this::slip).toList());
        }
        model.addAttribute("accounts", accounts());
        model.addAttribute("entered", entered());
        model.addAttribute("today", clock.today());
        return "portal/vouchers";
    }

    /// 公开数据.
    record Published(LocalDate asOf, List<Account> organs, List<Slip> entered) {}

    @GetMapping("/api/v1/public/vouchers")
    @ResponseBody
    Published published() {
        return new Published(clock.today(), accounts(), entered());
    }

    /// Those handed over in the last twelve months.
    private List<Slip> entered() {
        var today = clock.today();
        return pads.entered(today.minusYears(1), today).stream().map(this::slip).toList();
    }

    private List<Account> accounts() {
        var late =
                pads.entered(LocalDate.of(2000, 1, 1), clock.today()).stream()
                        .filter(e -> late(e.form()))
                        .collect(
                                Collectors.groupingBy(
                                        FormPads.Entered::organ, Collectors.counting()));
        return pads.series("").stream()
                .filter(s -> s.kind() == NumberedForm.Kind.VOUCHER)
                .collect(Collectors.groupingBy(FormPads.Series::organ))
                .entrySet()
                .stream()
                .map(e -> {
                    var all = e.getValue();
                    long tardy = late.getOrDefault(e.getKey(), 0L);
                    return new Account(
                            e.getKey().value(),
                            name(e.getKey()),
                            all.stream().mapToLong(FormPads.Series::issued).sum(),
                            all.stream().mapToLong(FormPads.Series::used).sum() - tardy,
                            tardy,
                            all.stream().mapToLong(FormPads.Series::spoilt).sum(),
                            all.stream().mapToLong(FormPads.Series::returned).sum(),
                            all.stream().mapToLong(FormPads.Series::unused).sum());
                })
                .sorted(java.util.Comparator.comparing(Account::organ))
                .toList();
    }

    private Slip slip(FormPads.Entered e) {
        var form = e.form();
        var given = form.givenOn();
        return new Slip(
                form.number(),
                name(e.organ()),
                form.state(),
                given,
                given == null ? null : Vouchers.due(given, calendars.current()).lastDay(),
                form.usedOn(),
                late(form),
                form.act());
    }

    private boolean late(NumberedForm form) {
        return form.givenOn() != null
                && Vouchers.late(
                        form.givenOn(), Objects.requireNonNull(form.usedOn()), calendars.current());
    }

    private Text name(org.guiju.kernel.shared.OrganId organ) {
        return allocation
                .organ(organ)
                .map(o -> o.name())
                .orElse(new Text(organ.value(), organ.value()));
    }
}
