package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.app.browser.OnTheDesk.choose;
import static org.guiju.app.browser.OnTheDesk.sanction;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
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

/// A fine from the clue to the file by the pages alone, every act by its own person; at every gate somebody tries to pass it early,
/// alone or with a key that is not his. And a fine on the spot, with a form of the officer's own pad.
@RunningGuiju
@InChromium
class FineJourneyTest {
    private static final String CITIZEN = "闻人静";
    private static final List<String> HEADS = List.of("陆建华", "马秀兰", "聂志远");
    private static final Consumer<Visitor> FINE = sanction("擅自占用城市道路 · 一般", "2000");

    @LocalServerPort int port;
    @Autowired CaseDesk cases;
    @Autowired CaseQuery query;
    @Autowired OfficialClock clock;

    @AfterEach
    void today() {
        TestClock.ahead(Duration.ZERO);
    }

    @Test
    void aFineGoesFromTheClueToTheFileAndNoGateIsPassedEarlyOrAloneOrWithTwoKeys() {
        try (var desk = new OnTheDesk(port);
                var person = Visitor.onPhone(port)) {
            registered(desk);
            filed(desk);
            investigatedByTwo(desk);
            told(desk);
            answers(desk, person);
            reviewed(desk);
            resolved(desk);
            decidedAndServed(desk);
            paidByCode(desk, person);
            filedAway(desk);
        }
    }

    private static Consumer<Visitor> clue(String citizen, boolean onTheSpot) {
        return v -> {
            v.go("/desk/clues/new");
            v.follow(onTheSpot ? "简易程序（当场处罚）" : "普通程序");
            v.tick("巡查发现").tick("公民").fill("名称或者姓名", citizen);
            v.fill("发现地点", "环城北路 88 号门前");
            v.main().locator("textarea").fill("在人行道堆放建材，占用约十二平方米");
            v.press("登记线索");
        };
    }

    private static void registered(OnTheDesk desk) {
        var officer = desk.of("caoyang");
        clue(CITIZEN, false).accept(officer);
        assertThat(officer.where()).startsWith("/desk/cases/");
        desk.handle(officer.where().substring("/desk/cases/".length()).split("[?#]")[0]);
        assertThat(desk.open("caoyang")).containsExactly("线索核查");
    }

    private static void filed(OnTheDesk desk) {
        Consumer<Visitor> file =
                v -> {
                    v.tick("立案");
                    choose(v, "investigators", "曹扬", "邓凯");
                    v.fill("理由", "涉嫌擅自占用城市道路，符合立案标准");
                };
        desk.refused("lujianhua", "file-case", "file", "STEP_OPEN", file);
        desk.done("caoyang", "报告核查结论", v -> v.tick("符合立案标准，提请立案").fill("核查情况", "到场核查，占道事实存在"));
        desk.done("jiangning", "立案审核", v -> v.tick("通过").fill("意见", "有管辖权，未过时效"));
        desk.refused("caoyang", "file-case", "file", "ROLE_HELD", file);
        desk.done("lujianhua", "审批立案", file);
        assertThat(desk.open("caoyang")).containsExactly("调查取证");
    }

    private static Consumer<Visitor> evidence(String... officers) {
        return v -> {
            choose(v, "officers", officers);
            v.fill("证据种类", "现场勘验笔录").fill("笔录内容", "占用人行道十二平方米，当事人在场");
        };
    }

    private static void investigatedByTwo(OnTheDesk desk) {
        desk.refused(
                "caoyang", "take-evidence", "investigate", "TWO_INVESTIGATORS", evidence("曹扬"));
        desk.done("caoyang", "登记证据", evidence("曹扬", "邓凯"));
        desk.refused("niezhiyuan", "decide-penalty", "decide", "STEP_OPEN", decision(FINE));
        Consumer<Visitor> concluded =
                v -> {
                    v.fill("查明的事实", "未经批准占用人行道十二平方米").tick("建议给予处罚");
                    FINE.accept(v);
                    v.fill("理由", "占用面积五平方米以上");
                };
        desk.refused(
                "caoyang",
                "conclude-investigation",
                "investigate",
                "SANCTION_WITHIN_GRADE",
                concluded.andThen(v -> v.fill("罚款（元）", "6000")));
        desk.done("caoyang", "提交调查报告", concluded);
        desk.refused("niezhiyuan", "decide-penalty", "decide", "STEP_OPEN", decision(FINE));
        desk.done("dengkai", "调查报告署名", OnTheDesk::nothing);
        assertThat(desk.open("caoyang")).containsExactly("处罚事先告知");
    }

    private static Consumer<Visitor> decision(Consumer<Visitor> sanction) {
        return v -> {
            v.tick("给予行政处罚");
            sanction.accept(v);
            v.main().locator("#reasons").fill("违反城市道路管理条例第二十七条");
        };
    }

    private static void told(OnTheDesk desk) {
        desk.refused(
                "jiangning",
                "review-legality",
                "review-law",
                "STEP_OPEN",
                v -> v.tick("通过").fill("意见", "程序合法"));
        desk.done("caoyang", "处罚事先告知", v -> v.fill("方式", "直接送达"));
        desk.refused("niezhiyuan", "decide-penalty", "decide", "STEP_OPEN", decision(FINE));
    }

    /// The person concerned, on a phone, with number and code from the notice: he is heard in writing and waives the hearing.
    private static void answers(OnTheDesk desk, Visitor person) {
        var notice = desk.of("caoyang");
        notice.go("/desk/cases/" + desk.no() + "/notice");
        assertThat(notice.text()).contains("可以要求听证").contains("2,000 元");
        assertThat(Looked.at(notice, "the notice before the fine")).isEmpty();
        var code = notice.main().locator("p.small .mono").last().innerText();
        person.go("/track");
        person.fill("办件编号", desk.no()).fill("查询码", code).press("查询");
        assertThat(person.text()).contains("拟作出的处罚").contains("陈述、申辩");
        person.press("提交陈述、申辩");
        assertThat(person.text()).contains("请写明陈述、申辩的内容");
        person.fill("陈述申辩内容", "当天已经清除，请求从轻。").press("提交陈述、申辩");
        assertThat(person.text()).contains("陈述、申辩已经收到");
        person.press("确认放弃");
        assertThat(person.text()).contains("请先勾选确认");
        person.tick("放弃陈述、申辩和听证，不能撤回").press("确认放弃");
        assertThat(person.text()).contains("已经登记放弃");
        assertThat(Looked.at(person, "the person’s page after the answer")).isEmpty();
        assertThat(desk.open("caoyang")).containsExactly("陈述申辩复核");
    }

    private static void reviewed(OnTheDesk desk) {
        Consumer<Visitor> notAdopted =
                v -> {
                    v.tick("不采纳");
                    FINE.accept(v);
                    v.fill("理由", "清除属实，告知时已经考虑");
                };
        desk.refused(
                "caoyang",
                "recheck",
                "recheck",
                "NOT_HEAVIER_FOR_DEFENCE",
                notAdopted.andThen(v -> v.fill("罚款（元）", "3000")));
        desk.done("caoyang", "复核陈述申辩", notAdopted);
        Consumer<Visitor> passed = v -> v.tick("通过").fill("意见", "事实清楚，程序合法，裁量适当");
        desk.refused("caoyang", "review-legality", "review-law", "ROLE_HELD", passed);
        desk.done("jiangning", "法制审核", passed);
        assertThat(desk.open("caoyang")).containsExactly("案审会审议");
    }

    private static void resolved(OnTheDesk desk) {
        desk.refused("niezhiyuan", "decide-penalty", "decide", "STEP_OPEN", decision(FINE));
        var minutes = OnTheDesk.minutes("聂志远", "同意", HEADS).andThen(FINE);
        desk.refused(
                "panwenjing",
                "record-meeting",
                "committee",
                "CHIEF_SPEAKS_LAST",
                minutes.andThen(v -> v.fill("陆建华 发言顺序", "3").fill("聂志远 发言顺序", "1")));
        desk.done("panwenjing", "登记会议", minutes);
        desk.refused(
                "panwenjing", "sign-minutes", "committee", "MINUTES_BY_CHAIR", OnTheDesk::nothing);
        desk.done("niezhiyuan", "签发纪要", OnTheDesk::nothing);
    }

    private static void decidedAndServed(OnTheDesk desk) {
        desk.refused("lujianhua", "decide-penalty", "decide", "ROLE_HELD", decision(FINE));
        desk.refused(
                "niezhiyuan",
                "decide-penalty",
                "decide",
                "BOUND_TO_RESOLUTION",
                decision(sanction("擅自占用城市道路 · 一般", "1900")));
        desk.refused("dengkai", "serve", "serve", "STEP_OPEN", OnTheDesk::service);
        desk.done("niezhiyuan", "作出处罚决定", decision(FINE));
        desk.done("dengkai", "登记送达", OnTheDesk::service);
        assertThat(desk.open("caoyang")).containsExactlyInAnyOrder("缴纳罚款", "决定公示");
    }

    private static void paidByCode(OnTheDesk desk, Visitor person) {
        var paper = desk.of("dengkai");
        paper.go("/desk/cases/" + desk.no() + "/decision");
        assertThat(paper.heading()).contains("行政处罚决定书");
        assertThat(Looked.at(paper, "the decision of the fine")).isEmpty();
        var code = paper.main().locator("b.mono").innerText();
        person.go("/pay");
        person.fill("缴款码", "1" + code.substring(1, code.length() - 1) + "1").press("查询应缴数额");
        assertThat(person.text()).contains("缴款码有误");
        person.fill("缴款码", code).press("查询应缴数额");
        assertThat(person.text()).contains("2,000 元").doesNotContain(CITIZEN);
        assertThat(Looked.at(person, "what is owed by the code")).isEmpty();
        Consumer<Visitor> all = v -> v.fill("缴款数额（元）", "2000").fill("缴款凭证号", "回单 20260001");
        desk.refused("caoyang", "record-payment", "collect", "ROLE_HELD", all);
        desk.done("ouyangqian", "登记缴款", all);
        person.fill("缴款码", code).press("查询应缴数额");
        assertThat(person.text()).contains("已经缴清");
    }

    private void filedAway(OnTheDesk desk) {
        desk.refused("panwenjing", "archive", "archive", "STEP_OPEN", OnTheDesk::nothing);
        TestClock.ahead(Duration.ofDays(9));
        desk.later();
        cases.act(
                CaseDesk.newCommand(),
                new CaseFacts.Actor.Time(),
                query.byNo(desk.no()).orElseThrow(),
                new CaseCommand.LetTimePass(),
                clock.now());
        assertThat(desk.open("caoyang")).containsExactly("归档");
        desk.done("panwenjing", "归档", OnTheDesk::nothing);
        var closed = desk.of("panwenjing");
        assertThat(closed.main().locator(".casehead .tag").allInnerTexts()).contains("给予行政处罚");
        assertThat(Looked.at(closed, "the closed fine")).isEmpty();
    }

    @Test
    void onTheSpotAnOfficerUsesAFormOfHisOwnPadAndNeverMoreThanTheCap() {
        try (var desk = new OnTheDesk(port)) {
            var officer = desk.of("fanxue");
            clue(CITIZEN, true).accept(officer);
            assertThat(officer.heading()).isEqualTo("当场处罚");
            desk.handle(officer.where().split("/")[3]);
            var form = officer.main().locator("#pad option").nth(1).getAttribute("value");
            Consumer<Visitor> fine =
                    v -> {
                        v.main().locator("#pad").selectOption(form);
                        choose(v, "officers", "范雪", "韩磊");
                        v.fill("地点", "环城北路 88 号").fill("查明的事实", "摆放货物占用人行道三平方米");
                        sanction("擅自占用城市道路 · 轻微", "100").accept(v);
                        v.tick("已签收");
                    };
            desk.refused(
                    "fanxue",
                    "punish-on-the-spot",
                    "punish",
                    "ON_THE_SPOT_CAP",
                    fine.andThen(v -> v.fill("罚款（元）", "201")));
            desk.refused(
                    "fanxue",
                    "punish-on-the-spot",
                    "punish",
                    "TWO_INVESTIGATORS",
                    fine.andThen(v -> choose(v, "officers", "范雪")));
            desk.done("fanxue", "当场处罚", fine);
            officer.go("/desk/cases/" + desk.no() + "/decision");
            assertThat(officer.text()).contains(form).contains("100 元");
            var inspector = desk.of("yanzhengqing");
            inspector.go("/supervision/pads");
            inspector
                    .main()
                    .getByRole(AriaRole.ROW)
                    .filter(
                            new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText("A000021 – A000040"))
                    .getByRole(AriaRole.LINK)
                    .click();
            inspector.follow(desk.no());
            assertThat(inspector.heading()).contains(desk.no());
            assertThat(Looked.at(inspector, "the case of a number")).isEmpty();
        }
    }
}
