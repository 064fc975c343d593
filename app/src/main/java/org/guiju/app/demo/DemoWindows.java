package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseQuery.Filter;
import org.guiju.app.windows.application.WindowAsked;
import org.guiju.app.windows.application.WindowDesk;
import org.guiju.kernel.windows.Grade;
import org.guiju.kernel.windows.Windows;
import org.springframework.stereotype.Component;

/// 示例窗口: two windows, an inquiry that waits and one that was answered, copies, an inspection, and two ratings, of which one wants calling back.
@Component
class DemoWindows {
    private static final String CLERK = "shenruoxi";
    private static final String WINDOW = "culture-1";
    private final WindowDesk desk;
    private final CaseQuery query;

    DemoWindows(WindowDesk desk, CaseQuery query) {
        this.desk = desk;
        this.query = query;
    }

    /// All or nothing, in the transaction of whoever asks; nothing where it was made before.
    void make() {
        if (desk.item(DemoPeople.organOf(DemoPeople.id(CLERK)).value() + "." + WINDOW)
                .isPresent()) {
            return;
        }
        begin(
                CLERK,
                "window",
                new WindowAsked.Set(
                        WINDOW,
                        "文旅综合窗口",
                        "Culture and tourism window",
                        "general",
                        List.of(DemoScript.LICENCE, DemoLicences.POWER)));
        begin(
                CLERK,
                "window-2",
                new WindowAsked.Set(
                        "culture-2",
                        "许可证办理窗口",
                        "Licence window",
                        "general",
                        List.of(DemoLicences.POWER)));
        begin(
                CLERK,
                "waits",
                new WindowAsked.Inquire(WINDOW, "演出场所换了负责人，许可证怎么变更？", "0570-0000321"));
        var answered =
                begin(
                        CLERK,
                        "answered",
                        new WindowAsked.Inquire(WINDOW, "筹建期间能不能先装修？", "0570-0000322"));
        on(CLERK, "answer", answered, new WindowAsked.Reply("筹建批准以后即可装修，开业以前要通过现场核查。"));
        begin(CLERK, "copy", new WindowAsked.Copy(WINDOW, 6, "身份证件、租赁合同", "", 0));
        begin(
                "wangli",
                "conduct",
                new WindowAsked.Inspect(
                        WINDOW,
                        DemoPeople.id(CLERK).value(),
                        Map.of(
                                Windows.ITEMS.get(0), true,
                                Windows.ITEMS.get(1), true,
                                Windows.ITEMS.get(2), true),
                        ""));
        ratings();
    }

    private void ratings() {
        var done = query.find(new Filter("closed", DemoLicences.POWER, "", "", 1, 10)).rows();
        var given =
                List.of(
                        new WindowAsked.Rate(Grade.VERY_SATISFIED, "一次讲清楚，没有多跑。"),
                        new WindowAsked.Rate(Grade.DISSATISFIED, "等了一上午才叫到号。"));
        for (int i = 0; i < Math.min(given.size(), done.size()); i++) {
            var link =
                    begin(CLERK, "invite-" + i, new WindowAsked.Invite(done.get(i).no()))
                            .split(" ", 2)[1];
            var item = desk.byLink(link).orElseThrow();
            desk.rate(item, id("rate-" + i), given.get(i));
        }
    }

    private String begin(String username, String act, WindowAsked asked) {
        return desk.begin(DemoPeople.id(username), id(act), asked);
    }

    private void on(String username, String act, String no, WindowAsked asked) {
        desk.go(DemoPeople.id(username), id(act), desk.item(no).orElseThrow(), asked);
    }

    private static UUID id(String act) {
        return UUID.nameUUIDFromBytes(("demo:window:" + act).getBytes(StandardCharsets.UTF_8));
    }
}
