package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A power from a pattern to its first case: drafted, examined, sent back, answered, confirmed.
@RunningGuiju
@InChromium
class EditorJourneyTest {
    private static final String CODE = "330899-WL-XK-9431";
    private static final String HOME = "/catalog/powers/" + CODE + "/draft";

    @LocalServerPort int port;

    @Autowired OfficialClock clock;

    @Test
    void aPowerIsDraftedInTheTableSentBackAnsweredConfirmedAndDrivesACase() {
        try (var clerk = Visitor.signedIn(port, "zhengwenbo");
                var confirmer = Visitor.signedIn(port, "hejingyi")) {
            clerk.go("/catalog/powers/draft");
            clerk.main().locator("#code").fill(CODE);
            clerk.main().locator("input[value='wangba-licence']").check();
            clerk.press("开始起草");
            assertThat(clerk.text()).contains("1 处待改");
            clerk.follow("制度名称");
            clerk.main().locator("#f-in-force").fill(clock.today().toString());
            clerk.main().locator("#f-matter-zh").fill("示例场所设立");
            clerk.press("保存并返回清单");
            assertThat(clerk.text()).contains("审查没有发现错误").contains("示例场所设立（行政许可）");

            clerk.go(HOME + "/s1-flow");
            assertThat(clerk.main().locator("#look svg .t1").count()).isPositive();
            var days = clerk.main().locator("#f-situations_0__steps_0__limit_n");
            days.fill("9");
            clerk.main().locator("#look .findings .tag.red").first().waitFor();
            assertThat(clerk.main().locator("#look").innerText()).contains("超过承诺 8");
            days.fill("1");
            clerk.main()
                    .locator("#look .findings .tag.red")
                    .first()
                    .waitFor(
                            new com.microsoft.playwright.Locator.WaitForOptions()
                                    .setState(
                                            com.microsoft.playwright.options.WaitForSelectorState
                                                    .DETACHED));
            clerk.main().locator("#f-situations_0__steps_0__name-zh").fill("窗口受理");
            clerk.page().keyboard().press("Control+s");
            clerk.main().getByText("已保存").first().waitFor();
            clerk.main().locator("#f-situations_0__steps_1__name-zh").focus();
            clerk.page().keyboard().press("Alt+ArrowUp");
            clerk.page().waitForURL("**/s1-flow#**");
            assertThat(clerk.main().locator("#f-situations_0__steps_1__name-zh").inputValue())
                    .isEqualTo("窗口受理");
            clerk.main().locator("#f-situations_0__steps_1__name-zh").focus();
            clerk.page().keyboard().press("Alt+ArrowUp");
            clerk.page()
                    .waitForCondition(() ->
                            clerk.main()
                                    .locator("#f-situations_0__steps_0__name-zh")
                                    .inputValue()
                                    .equals("窗口受理"));
            clerk.go(HOME + "/preview");
            assertThat(clerk.text()).contains("这是草稿的预览").contains("窗口受理");
            clerk.go(HOME + "/submit");
            clerk.press("提交，等另一人确认");
            assertThat(clerk.text()).contains("已提交");

            var waiting = "/catalog/powers/drafts/" + CODE + "/1";
            confirmer.go(waiting);
            confirmer.main().locator("#remarks").fill("科室请核对");
            confirmer.press("退回修改");
            clerk.go(HOME);
            assertThat(clerk.text()).contains("科室请核对");
            clerk.main().locator("#answer1").fill("已核对，无误。");
            clerk.press("答复这一条");
            clerk.go(HOME + "/submit");
            clerk.press("提交，等另一人确认");
            confirmer.go(waiting);
            assertThat(confirmer.text()).contains("已核对，无误。");
            confirmer.press("确认并公布");
            assertThat(clerk.complaints()).isEmpty();
        }
        try (var window = Visitor.signedIn(port, "shenruoxi")) {
            window.go("/powers/" + CODE);
            assertThat(window.text()).contains("示例场所设立").contains("窗口受理");
            window.go("/desk/intake/new");
            assertThat(window.text()).contains("示例场所设立");
        }
    }
}
