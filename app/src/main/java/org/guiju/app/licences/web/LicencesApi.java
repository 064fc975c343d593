package org.guiju.app.licences.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.licences.application.LicenceDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 许可证接口: the register of one's organ, one licence with its history, and the acts on it; the state of a licence is for everybody.
@RestController
class LicencesApi {
    private final LicenceDesk desk;
    private final LicenceView view;
    private final OfficialClock clock;

    LicencesApi(LicenceDesk desk, LicenceView view, OfficialClock clock) {
        this.desk = desk;
        this.view = view;
        this.clock = clock;
    }

    /// 一张许可证; `state` on the day.
    record LicenceBody(
            String number,
            String power,
            String organ,
            String caseNo,
            String holder,
            LocalDate from,
            @Nullable LocalDate until,
            String state,
            boolean renewalPending,
            int edition) {
        static LicenceBody of(LicenceView.Line l) {
            var r = l.row();
            return new LicenceBody(
                    r.number(),
                    r.power(),
                    r.organ().value(),
                    r.caseNo(),
                    r.holder(),
                    r.from(),
                    r.until(),
                    l.state(),
                    r.pending(),
                    r.edition());
        }
    }

    /// 一张许可证 with its history and the last day to ask for a renewal.
    record SheetBody(
            LicenceBody licence,
            @Nullable LocalDate renewalAskedBy,
            List<LicenceView.Event> history) {}

    @GetMapping("/api/v1/licences")
    List<LicenceBody> register(CurrentUser user, @RequestParam Map<String, String> asked) {
        return view
                .find(LicenceView.officer(), LicencePages.state(asked), LicencePages.text(asked))
                .stream()
                .map(LicenceBody::of)
                .toList();
    }

    @GetMapping("/api/v1/licences/{number}")
    SheetBody licence(CurrentUser user, @PathVariable String number) {
        var sheet = view.own(number, LicenceView.officer());
        return new SheetBody(LicenceBody.of(sheet.line()), sheet.askBy(), sheet.events());
    }

    /// 证件: one file of an edition: `original.pdf`, `original.ofd`, `duplicate.pdf`, `duplicate.ofd`.
    @GetMapping("/api/v1/licences/{number}/certificates/{edition}/{name}")
    ResponseEntity<byte[]> certificate(
            CurrentUser user,
            @PathVariable String number,
            @PathVariable int edition,
            @PathVariable String name) {
        return view.certificate(number, edition, name);
    }

    /// `cancel`, `withdraw`, `take-away`, `suspend`, `certify`, `check`.
    @PostMapping("/api/v1/licences/{number}/commands/{act}")
    SheetBody act(
            CurrentUser user,
            @PathVariable String number,
            @PathVariable String act,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        var me = LicenceView.officer();
        var sheet = view.own(number, me);
        var command = new LicenceSent(sent).command(act).orElseThrow(LicenceView::missing);
        desk.act(sheet.line().row(), command, Stamp.own(clock.now(), me.value(), key));
        return licence(user, number);
    }

    /// 数量限制 of a power: 404 where it has none.
    @GetMapping("/api/v1/public/quotas/{power}")
    QuotaBody quota(@PathVariable String power) {
        var quota = view.quota(power).orElseThrow(LicenceView::missing);
        return new QuotaBody(power, quota.n(), quota.inForce(), quota.left(), quota.basis());
    }

    record QuotaBody(String power, int n, long inForce, long left, String basis) {}

    @GetMapping("/api/v1/public/licences/{number}")
    LicenceBody state(@PathVariable String number) {
        return LicenceBody.of(view.sheet(number).line());
    }
}
