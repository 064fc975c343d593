package org.guiju.app.samples.web;

import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.samples.application.SampleDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 形式审查抽查接口.
@RestController
class SampleApi {
    private final SampleDesk desk;
    private final SampleView view;
    private final OfficialClock clock;

    SampleApi(SampleDesk desk, SampleView view, OfficialClock clock) {
        this.desk = desk;
        this.view = view;
        this.clock = clock;
    }

    /// 抽查结论: `kept`, and where it was not, what was `found`.
    record CheckBody(boolean kept, String found) {}

    @GetMapping("/api/v1/samples")
    List<SampleView.Line> list(CurrentUser user, @RequestParam(defaultValue = "") String state) {
        return view.list(SampleView.officer(), state);
    }

    @PostMapping("/api/v1/samples/{no}/check")
    SampleView.Line check(
            CurrentUser user,
            @PathVariable String no,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody CheckBody body) {
        var me = SampleView.officer();
        var row = view.row(no, me);
        desk.check(row, body.kept(), body.found(), Stamp.own(clock.now(), me.value(), key));
        return view.line(view.row(no, me), me);
    }
}
