package org.guiju.app.fees.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.fees.FeeRow;
import org.guiju.app.fees.application.FeeDesk;
import org.guiju.app.fees.web.FeeAccess.Sent;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.fees.FeeState;
import org.guiju.kernel.fees.Reconciliation.Difference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 收费接口: the same acts as the pages. Amounts go in as yuan and come out as fen; 409 with rule, article and remedy, 422 with the field.
@RestController
class FeesApi {
    private final FeeDesk desk;
    private final FeeAccess access;

    FeesApi(FeeDesk desk, FeeAccess access) {
        this.desk = desk;
        this.access = access;
    }

    /// 一案收费, in fen; `standard` is 0 where nothing may be charged.
    record FeeBody(
            String no,
            long standard,
            String basis,
            long receivable,
            long waived,
            long paid,
            long refunded,
            long owed) {}

    private FeeBody body(CaseFile file) {
        var no = file.state().opening().no();
        var state = FeeState.replay(desk.history(no));
        var standard = FeeDesk.standard(file.definition());
        return new FeeBody(
                no,
                standard == null ? 0 : standard.fen(),
                standard == null ? "" : standard.basis().cite(),
                state.receivable(),
                state.waived(),
                state.paid(),
                state.refunded(),
                state.owed());
    }

    @GetMapping("/api/v1/cases/{no}/fee")
    FeeBody fee(CurrentUser user, @PathVariable String no) {
        return body(access.file(no, FeeAccess.officer()));
    }

    /// `charge`, `pay`, `waive`, `refund`.
    @PostMapping("/api/v1/cases/{no}/fee/commands/{act}")
    FeeBody act(
            CurrentUser user,
            @PathVariable String no,
            @PathVariable String act,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        var me = FeeAccess.officer();
        var file = access.file(no, me);
        var command = new Sent(sent).command(act).orElseThrow(FeeAccess::missing);
        desk.act(file, command, access.stamp(me, key));
        return body(file);
    }

    /// 应收、已收、欠缴 of the span.
    record BooksBody(FeeBooks.Sum total, long owed, List<FeeBooks.Sum> powers, List<FeeRow> rows) {}

    @GetMapping("/api/v1/fees")
    BooksBody books(CurrentUser user, @RequestParam Map<String, String> asked) {
        var span = access.span(new Sent(asked));
        var organ = access.books(FeeAccess.officer(), asked.getOrDefault("organ", ""));
        var books = FeeBooks.of(desk.rows(organ, span.from(), span.until()));
        return new BooksBody(books.total(), books.total().owed(), books.powers(), books.rows());
    }

    /// 对账 of one's own organ against `list`: a number and an amount in yuan on each line.
    @PostMapping("/api/v1/fees/reconcile")
    List<Difference> reconcile(CurrentUser user, @RequestBody Map<String, Object> body) {
        var sent = new Sent(body);
        var span = access.span(sent);
        return desk.reconcile(
                access.own(FeeAccess.officer()), span.from(), span.until(), sent.receipts("list"));
    }
}
