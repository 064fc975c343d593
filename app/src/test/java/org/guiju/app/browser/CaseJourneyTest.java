package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.app.browser.OnTheDesk.decision;
import static org.guiju.app.browser.OnTheDesk.inspection;
import static org.guiju.app.browser.OnTheDesk.minutes;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A case from the window to the archive by the pages alone; at every gate somebody tries to pass it early, or twice as the same
/// person.
@RunningGuiju
@InChromium
class CaseJourneyTest {
    private static final List<String> SECTION = List.of("李敏", "周启航", "罗思远", "王立");
    private static final List<String> JOINT = List.of("王立", "何静怡", "高建业", "林淑芬", "陈远山");

    @LocalServerPort int port;
    @Autowired CaseDesk cases;
    @Autowired CaseQuery query;
    @Autowired OfficialClock clock;

    @AfterEach
    void today() {
        TestClock.ahead(Duration.ZERO);
    }

    @Test
    void aCaseGoesThroughEveryGateAndNoneIsPassedEarlyOrTwiceByOnePerson() {
        try (var desk = new OnTheDesk(port)) {
            desk.handle(receivedAtTheWindow(desk.of("shenruoxi")));
            reviewedByTwo(desk);
            inspectedByTwo(desk);
            deliberatedTwice(desk);
            decidedAndServed(desk);
            archivedAfterPublicity(desk);
            assertThat(Looked.at(desk.of("wuxiaodie"), "the closed case")).isEmpty();
        }
    }

    @Test
    void aLateApplicationLeavesTheWindowOnlyWithASecondOfficersWord() {
        try (var desk = new OnTheDesk(port)) {
            var clerk = desk.of("shenruoxi");
            OnTheDesk.intake(clerk);
            clerk.fill("收到申请之日", "2026-03-02");
            clerk.press("收件并出具凭证");
            assertThat(clerk.text()).contains("这是补录，需要说明原因");
            assertThat(clerk.main().getByLabel("企业名称").inputValue()).isEqualTo("青岚浏览器网咖");
            clerk.fill("补录理由", "停电，纸质收件");
            clerk.press("收件并出具凭证");
            assertThat(clerk.heading()).isEqualTo("申请材料收件凭证");
            assertThat(clerk.text()).contains("另一名工作人员确认以后");
            var no = clerk.main().locator("#no").innerText();
            desk.handle(no);
            desk.refused(
                    "shenruoxi",
                    "confirm-late-entry",
                    "accept",
                    "SECOND_OFFICER_CONFIRMS",
                    v -> v.fill("核实情况", "属实"));
            assertThat(desk.open()).containsExactly("受理");
            desk.done("fengyinuo", "确认补录", v -> v.fill("核实情况", "核对了纸质收件登记簿"));
            assertThat(desk.of("fengyinuo").text())
                    .contains("冯一诺确认“受理”的补录")
                    .contains("沈若溪补录申请，实际收到 2026-03-02 停电，纸质收件");
        }
    }

    /// What the timekeeper does every minute, for this case alone: the others belong to other tests.
    private void timePasses(String no) {
        cases.act(
                CaseDesk.newCommand(),
                new CaseFacts.Actor.Time(),
                query.byNo(no).orElseThrow(),
                new CaseCommand.LetTimePass(),
                clock.now());
    }

    /// Everything on paper, so that the application is complete.
    private static String receivedAtTheWindow(Visitor clerk) {
        OnTheDesk.intake(clerk);
        clerk.press("收件并出具凭证");
        assertThat(clerk.heading()).isEqualTo("申请材料收件凭证");
        assertThat(Looked.at(clerk, "the window's receipt")).isEmpty();
        return clerk.main().locator("#no").innerText();
    }

    private static void reviewedByTwo(OnTheDesk desk) {
        desk.refused(
                "limin",
                "appoint-pair",
                "review",
                "STEP_OPEN",
                v -> OnTheDesk.pair(v, "李敏", "周启航"));
        desk.refused("limin", "accept", "accept", "ROLE_HELD", OnTheDesk::nothing);
        desk.done("shenruoxi", "受理", OnTheDesk::nothing);
        desk.refused("linshufen", "decide", "decide", "STEP_OPEN", decision(true));
        desk.refused(
                "limin",
                "appoint-pair",
                "review",
                "A_AND_B_DIFFER",
                v -> OnTheDesk.pair(v, "李敏", "李敏"));
        desk.done("limin", "确定 A、B 角", v -> OnTheDesk.pair(v, "李敏", "周启航"));
        desk.done("limin", "提出审查意见", OnTheDesk::opinion);
        desk.refused("luosiyuan", "give-opinion", "review", "PAIR_APPOINTED", OnTheDesk::opinion);
        assertThat(desk.open()).containsExactly("A、B角审查");
        assertThat(blind(desk.of("zhouqihang"))).doesNotContain("逐项核对");
        desk.refused(
                "zhaojun", "record-inspection", "inspect", "STEP_OPEN", inspection("赵军", "李敏"));
        desk.done("zhouqihang", "提出审查意见", OnTheDesk::opinion);
        assertThat(desk.open()).containsExactlyInAnyOrder("现场核查", "告知利害关系人");
    }

    /// What B reads before he has given his own opinion.
    private static String blind(Visitor b) {
        b.go(b.where().startsWith("/desk/cases") ? b.where() : "/desk/cases?state=all&q=青岚浏览器网咖");
        return b.text();
    }

    private static void inspectedByTwo(OnTheDesk desk) {
        desk.refused("zhaojun", "record-inspection", "inspect", "TWO_INSPECTORS", inspection("赵军"));
        desk.done("zhaojun", "填写核查记录", inspection("赵军", "李敏"));
        desk.refused(
                "zhaojun", "sign-inspection", "inspect", "INSPECTION_SIGNED", OnTheDesk::nothing);
        desk.done("limin", "核查报告署名", OnTheDesk::nothing);
        desk.refused(
                "luosiyuan",
                "record-meeting",
                "section-meeting",
                "STEP_OPEN",
                minutes("王立", "同意", SECTION));
        desk.done("limin", "告知利害关系人", v -> v.fill("方式", "经核实无利害关系人"));
        assertThat(desk.open()).containsExactly("科务会审议");
    }

    private static void deliberatedTwice(OnTheDesk desk) {
        desk.refused(
                "luosiyuan",
                "record-meeting",
                "section-meeting",
                "CHIEF_SPEAKS_LAST",
                v -> {
                    minutes("王立", "同意", SECTION).accept(v);
                    v.fill("李敏 发言顺序", "4").fill("王立 发言顺序", "1");
                });
        desk.done("luosiyuan", "登记会议", minutes("王立", "同意", SECTION));
        desk.refused(
                "luosiyuan",
                "sign-minutes",
                "section-meeting",
                "MINUTES_BY_CHAIR",
                OnTheDesk::nothing);
        desk.refused(
                "hejingyi",
                "record-meeting",
                "joint-review",
                "STEP_OPEN",
                minutes("陈远山", "同意", JOINT));
        desk.done("wangli", "签发纪要", OnTheDesk::nothing);
        desk.refused("linshufen", "decide", "decide", "STEP_OPEN", decision(true));
        desk.done("hejingyi", "登记会议", minutes("陈远山", "同意", JOINT));
        desk.done("chenyuanshan", "签发纪要", OnTheDesk::nothing);
        assertThat(desk.open()).containsExactly("决定");
    }

    private static void decidedAndServed(OnTheDesk desk) {
        desk.refused("limin", "decide", "decide", "ROLE_HELD", decision(true));
        desk.refused("linshufen", "decide", "decide", "BOUND_TO_RESOLUTION", decision(false));
        desk.refused("shenruoxi", "serve", "serve", "STEP_OPEN", OnTheDesk::service);
        desk.done("linshufen", "作出决定", decision(true));
        assertThat(desk.open()).containsExactlyInAnyOrder("送达", "公示");
        var paper = desk.of("linshufen");
        paper.go(paper.where() + "/decision");
        assertThat(paper.heading()).contains("准予行政许可决定书");
        desk.done("shenruoxi", "登记送达", OnTheDesk::service);
    }

    private void archivedAfterPublicity(OnTheDesk desk) {
        desk.refused("wuxiaodie", "archive", "archive", "STEP_OPEN", OnTheDesk::nothing);
        TestClock.ahead(Duration.ofDays(9));
        desk.later();
        timePasses(desk.no());
        desk.refused("limin", "archive", "archive", "ROLE_HELD", OnTheDesk::nothing);
        assertThat(desk.open()).containsExactly("归档");
        desk.done("wuxiaodie", "归档", OnTheDesk::nothing);
        assertThat(desk.of("wuxiaodie").main().locator(".casehead .tag").allInnerTexts())
                .contains("准予许可");
        var log = desk.of("wuxiaodie");
        log.follow("全部痕迹");
        assertThat(
                        log.main()
                                .getByRole(AriaRole.LISTITEM)
                                .filter(new Locator.FilterOptions().setHasText("归档"))
                                .count())
                .isPositive();
    }
}
