package org.guiju.app.windows.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.windows.WindowItem;
import org.guiju.app.windows.application.BundleReceipt;
import org.guiju.app.windows.application.WindowDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 窗口服务接口. What begins: `window`, `bundle`, `inquiry`, `copy`, `rating`, `conduct`; what happens to it: `return`, `hand-over`, `answer`, `follow-up`.
@RestController
class WindowApi {
    private final WindowDesk desk;
    private final WindowView view;
    private final BundleReceipt receipts;

    WindowApi(WindowDesk desk, WindowView view, BundleReceipt receipts) {
        this.desk = desk;
        this.view = view;
        this.receipts = receipts;
    }

    /// 一件事, with what happened to it.
    ///
    /// @param link word of the link to rate by, shown once to whoever gives it out; empty else
    record Body(WindowItem item, boolean late, List<WindowView.Step> history, String link) {}

    /// 评价汇总, without persons.
    record SummaryBody(String organ, Map<String, Long> grades, long all, long good) {}

    @GetMapping("/api/v1/window/windows")
    List<WindowView.Window> windows(CurrentUser user) {
        return view.windows(WindowView.officer());
    }

    /// What there is at the windows of one's organ.
    @GetMapping("/api/v1/window/items")
    List<WindowView.Line> items(
            CurrentUser user,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state) {
        return view.list(WindowView.officer(), kind, state);
    }

    @GetMapping("/api/v1/window/items/{no}")
    Body item(CurrentUser user, @PathVariable String no) {
        return body(no, "");
    }

    private Body body(String no, String link) {
        var item = view.item(no, WindowView.officer());
        return new Body(item, desk.late(item), view.history(item), link);
    }

    @PostMapping("/api/v1/window/{act}")
    Body begin(
            CurrentUser user,
            @PathVariable String act,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        var asked = new WindowSent(sent).begins(act).orElseThrow(WindowView::missing);
        var parts = desk.begin(WindowView.officer(), key, asked).split(" ", 2);
        return body(parts[0], parts.length > 1 ? "/ratings/" + parts[1] : "");
    }

    @PostMapping("/api/v1/window/items/{no}/{act}")
    Body go(
            CurrentUser user,
            @PathVariable String no,
            @PathVariable String act,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody Map<String, Object> sent) {
        var me = WindowView.officer();
        var asked = new WindowSent(sent).goesOn(act).orElseThrow(WindowView::missing);
        desk.go(me, key, view.item(no, me), asked);
        return body(no, "");
    }

    /// 一窗受理凭证 as `pdf` or `ofd`.
    @GetMapping("/api/v1/window/items/{no}/receipt")
    ResponseEntity<byte[]> receipt(
            CurrentUser user,
            @PathVariable String no,
            @RequestParam(defaultValue = "pdf") String form) {
        return WindowPages.receipt(view.item(no, WindowView.officer()), form, receipts);
    }

    /// 绩效档案 of a person at the window.
    @GetMapping("/api/v1/window/people/{person}")
    WindowView.Person person(CurrentUser user, @PathVariable String person) {
        return view.person(person, WindowView.officer());
    }

    @GetMapping("/api/v1/public/ratings")
    List<SummaryBody> summary() {
        return view.summary().stream()
                .map(s -> new SummaryBody(s.organ().zh(), s.grades(), s.all(), s.good()))
                .toList();
    }
}
