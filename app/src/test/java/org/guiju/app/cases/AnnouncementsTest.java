package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;

/// What the law wants put up before a decision is up for everybody, with what was written, as long as it says, and anybody may say something.
@RunningGuiju
class AnnouncementsTest extends OnTheApi {
    private static final String VILLAGE = "青岚白鹭镇樟树村股份经济合作社";

    private Course land(Map<String, String> choices) {
        var power = Course.shipped("land-expropriation");
        return new Course(
                        api,
                        power,
                        power.situation("expropriation").orElseThrow(),
                        clock::today,
                        choices)
                .applicant(VILLAGE)
                .filled(
                        Map.of(
                                "project", "县道 205 线改建",
                                "interest", "infrastructure",
                                "scope", "樟树村第三村民小组，东至溪边，西至老路",
                                "area", "3.5",
                                "party-phone", "0570-5550123"));
    }

    @Test
    void thePlanIsUpForThirtyDaysAndAnybodyMayObject() throws Exception {
        var course = land(Map.of()).to("announce");
        var no = course.no;
        var stranger = new Browser(port);
        assertThat(stranger.get("/announcements?posted=now&q=" + no).body()).contains(no, VILLAGE);
        assertThat(stranger.get("/announcements.csv?q=" + no).body()).contains(no, VILLAGE);
        assertThat(stranger.get("/announcements/" + no).body())
                .contains("县道 205 线改建", "（二）能源、交通", "第三村民小组", "3.5 公顷", "经审查，意见如上", "电动三轮车 1 辆")
                .contains("征收土地预公告", "征地补偿安置公告", "提出异议")
                .doesNotContain("0570-5550123");
        var listed =
                api.get("yanzhengqing", "/api/v1/public/announcements?posted=now&q=" + no)
                        .body()
                        .path("rows")
                        .get(0);
        assertThat(listed.path("until").asString())
                .isEqualTo(clock.today().plusDays(30).toString());
        assertThat(api.get("yanzhengqing", "/api/v1/public/announcements/" + no).body()).hasSize(2);

        assertThat(object(stranger, no, "", "补偿太低")).contains("请填写姓名或者单位名称", "补偿太低");
        object(stranger, no, "樟树村村民", "补偿标准低于公布的综合地价");
        // Thirty days are thirty days: whoever objects, the plan stays up, and others may object
        // too.
        assertThat(api.open(no)).containsExactly("announce");
        object(stranger, no, "樟树村第三村民小组", "面积少算");
        TestClock.ahead(TestClock.ahead().plus(Duration.ofDays(30)));
        assertThat(stranger.get("/announcements/" + no).body()).contains("提交异议");
        TestClock.ahead(TestClock.ahead().plus(Duration.ofDays(1)));
        assertThat(stranger.get("/announcements/" + no).body()).doesNotContain("提交异议");
        course.workAt("answer");
        assertThat(api.open(no)).containsExactly("tell");
    }

    @Test
    void whatWasPaidIsPublishedWithTheResult() throws Exception {
        var no = land(Map.of()).to("account").no;
        var stranger = new Browser(port);
        assertThat(stranger.get("/announcements?posted=now&q=" + no).body())
                .doesNotContain(VILLAGE);
        assertThat(stranger.get("/announcements?posted=past&q=" + no).body()).contains(VILLAGE);
        assertThat(stranger.get("/results/" + no).body()).contains("补偿分配公布", "1200.50 元", "已按决定执行");
    }

    @Test
    void whatWasNeverPutUpHasNoPage() throws Exception {
        var relief = Course.shipped("relief-payment");
        var no =
                new Course(
                                api,
                                relief,
                                relief.situation("relief").orElseThrow(),
                                clock::today,
                                Map.of())
                        .to("visit")
                        .no;
        var stranger = new Browser(port);
        assertThat(stranger.get("/announcements/" + no).statusCode()).isEqualTo(404);
        var inner = Course.shipped("inner-powers");
        var appointment =
                new Course(
                                api,
                                inner,
                                inner.situation("appointment").orElseThrow(),
                                clock::today,
                                Map.of())
                        .to("publish")
                        .no;
        assertThat(stranger.get("/announcements/" + appointment).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/announcements?q=" + appointment).body())
                .doesNotContain(appointment + "</a>");
    }

    private static String object(Browser stranger, String no, String who, String what)
            throws Exception {
        var token = Browser.token(stranger.get("/announcements/" + no));
        return stranger.post(
                        "/announcements/" + no + "/objection",
                        Map.of("_csrf", token, "objector", who, "objection", what))
                .body();
    }
}
