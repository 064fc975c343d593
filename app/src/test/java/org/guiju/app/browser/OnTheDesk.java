package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Officers of the demo county, each at a desk of his own, with one case between them.
final class OnTheDesk implements AutoCloseable {
    private final Map<String, Visitor> desks = new HashMap<>();
    private final int port;
    private String no = "";

    OnTheDesk(int port) {
        this.port = port;
    }

    Visitor of(String username) {
        return desks.computeIfAbsent(username, u -> Visitor.signedIn(port, u));
    }

    /// Some days later everybody signs in anew: a sign-in ends with its working day.
    void later() {
        desks.values().forEach(Visitor::close);
        desks.clear();
    }

    /// The case from here on.
    void handle(String number) {
        no = number;
    }

    String no() {
        return no;
    }

    /// Goes to the case, chooses the act among those that the page offers, fills the form and sends it; it must be done.
    void done(String username, String act, Consumer<Visitor> fill) {
        var visitor = of(username);
        visitor.go("/desk/cases/" + no);
        visitor.main()
                .locator("#acts")
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(act).setExact(true))
                .first()
                .click();
        fill.accept(visitor);
        send(visitor);
        assertThat(visitor.text()).as("%s by %s", act, username).contains("已办理：" + act);
    }

    /// Goes straight to the form, past what the page offers; it must not be done, for the rule named.
    void refused(String username, String act, String step, String rule, Consumer<Visitor> fill) {
        var visitor = of(username);
        visitor.go("/desk/cases/%s/acts/%s?step=%s".formatted(no, act, step));
        fill.accept(visitor);
        send(visitor);
        assertThat(visitor.text())
                .as("%s by %s", act, username)
                .contains("没有办成，案件没有任何变动")
                .contains(rule);
    }

    private static void send(Visitor visitor) {
        visitor.main().locator("form button.primary").click();
    }

    /// The steps that stand open, as the head of the case page names them.
    List<String> open() {
        return open("limin");
    }

    List<String> open(String username) {
        var visitor = of(username);
        visitor.go("/desk/cases/" + no);
        return visitor.main().locator(".casehead .tag.blue").allInnerTexts();
    }

    // --- what goes into the forms

    /// An application at the window with everything on paper, not yet sent.
    static void intake(Visitor clerk) {
        clerk.go("/desk/intake/new");
        clerk.follow("筹建审批");
        clerk.fill("申请人名称或者姓名", "青岚浏览器网咖");
        clerk.fill("企业名称", "青岚浏览器网咖").fill("统一社会信用代码", "91350100M000100Y43");
        clerk.fill("法定代表人姓名", "苏远航").fill("法定代表人公民身份号码", "11010519491231002X");
        clerk.fill("联系电话", "0570-5550000").fill("资金数额", "500000");
        clerk.fill("拟设场所地址", "青岚县文昌街道春山路 10 号").fill("营业面积", "１５０");
        clerk.fill("计算机台数", "60").fill("到最近中学、小学的距离", "320");
        for (var box : clerk.main().getByRole(AriaRole.CHECKBOX).all()) {
            box.check();
        }
    }

    static void nothing(Visitor visitor) {
        // The link was followed; the form's page may still be on its way.
        visitor.main().locator("form").first().waitFor();
    }

    /// Ticks these people among the boxes of that name and no others.
    static void choose(Visitor visitor, String boxes, String... people) {
        for (var box : visitor.main().locator("input[name=" + boxes + "]").all()) {
            box.uncheck();
        }
        for (var person : people) {
            visitor.tick(person);
        }
    }

    /// What a penalty consists of: the conduct with its grade, and the fine in yuan.
    static Consumer<Visitor> sanction(String grading, String yuan) {
        return visitor -> visitor.tick(grading).fill("罚款（元）", yuan).fill("责令改正", "三日内清除占用物");
    }

    static void pair(Visitor visitor, String a, String b) {
        visitor.choose("A 角", a).choose("B 角", b);
    }

    /// Every standard met.
    static void allMet(Visitor visitor) {
        var met =
                visitor.main()
                        .getByRole(
                                AriaRole.RADIO,
                                new Locator.GetByRoleOptions().setName("符合").setExact(true));
        for (var radio : met.all()) {
            radio.check();
        }
    }

    static void opinion(Visitor visitor) {
        allMet(visitor);
        visitor.fill("说明", "逐项核对");
    }

    static Consumer<Visitor> inspection(String... inspectors) {
        return visitor -> {
            choose(visitor, "inspectors", inspectors);
            allMet(visitor);
            var figures = Map.of("营业面积不", "150", "单机面积", "3", "直线距离", "320");
            figures.forEach((words, figure) ->
                    visitor.main()
                            .locator("tr")
                            .filter(new Locator.FilterOptions().setHasText(words))
                            .getByRole(AriaRole.TEXTBOX)
                            .fill(figure));
            visitor.fill("核查情况", "持证到场，实地测量");
        };
    }

    /// Minutes with the chair's and everybody's word and vote.
    static Consumer<Visitor> minutes(String chair, String vote, List<String> members) {
        return visitor -> {
            visitor.choose("主持人", chair);
            for (var member : members) {
                visitor.fillOnly(member + " 发言", "同意提交审议");
                visitor.choose(member + " 表决", vote);
            }
            visitor.main()
                    .getByRole(
                            AriaRole.RADIO,
                            new Locator.GetByRoleOptions()
                                    .setName(vote.equals("同意") ? "同意" : "不同意")
                                    .setExact(true))
                    .check();
            visitor.fill("会议情况", "会议听取了审查和核查情况。");
        };
    }

    static Consumer<Visitor> decision(boolean grant) {
        return visitor -> {
            visitor.tick(grant ? "准予许可" : "不予许可");
            visitor.main().locator("#reasons").fill("经审查符合法定条件、标准。");
        };
    }

    static void service(Visitor visitor) {
        visitor.choose("方式", "直接送达").fill("签收人", "苏远航").fill("送达证明", "送达回证");
    }

    @Override
    public void close() {
        desks.values().forEach(Visitor::close);
    }
}
