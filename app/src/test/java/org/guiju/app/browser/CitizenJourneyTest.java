package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A citizen with an old phone: no JavaScript, 360 px, no account. He applies, is told once what is missing, mends it, and
/// follows his case by number and query code.
@RunningGuiju
@InChromium
class CitizenJourneyTest {
    private static final FilePayload PDF =
            new FilePayload(
                    "章程.pdf",
                    "application/pdf",
                    "%PDF-1.7 sample".getBytes(StandardCharsets.US_ASCII));

    @LocalServerPort int port;

    @Test
    void onAPhoneWithoutScriptACitizenAppliesAndAStrangerWithTheCodeAnswersTheOneOffNotice() {
        try (var citizen = Visitor.onPhoneWithoutScript(port);
                var clerk = Visitor.signedIn(port, "shenruoxi");
                var phone = Visitor.onPhoneWithoutScript(port);
                var eyes = Visitor.onPhone(port)) {
            begin(citizen);
            aFaultIsShownWithEverythingThatWasTyped(citizen);
            fill(citizen);
            var draft = citizen.where();
            citizen.press("确认并提交申请");
            assertThat(citizen.heading()).isEqualTo("申请已提交");
            var shown = citizen.main().locator(".confirmation .ref").allInnerTexts();
            var no = shown.getFirst();
            citizen.go(draft);
            assertThat(citizen.heading()).as("no second case").isEqualTo("申请已提交");

            asksOnceForWhatIsMissing(clerk, no);
            follows(phone, no, shown.getLast());
            // axe needs a script: another phone opens the same pages.
            asks(eyes, no, shown.getLast());
            assertThat(Looked.at(eyes, "the one-off notice")).isEmpty();
            mends(phone);
            clerk.go("/desk/cases/" + no);
            clerk.follow("受理");
            clerk.press("受理并出具凭证");
            assertThat(clerk.text()).contains("已办理：受理");
            phone.go("/track/" + no);
            assertThat(phone.text()).contains("受理").doesNotContain("苏远航");
            eyes.go("/track/" + no);
            assertThat(Looked.at(eyes, "the accepted case")).isEmpty();
        }
    }

    @Test
    void theSamePageIsReadInEitherLanguageAndKeepsWhatItWasAskedFor() {
        try (var reader = Visitor.at(port)) {
            reader.go("/powers?q=互联网&status=in-force");
            reader.follow("English");
            assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(reader.where()).contains("status=in-force");
            assertThat(Looked.at(reader, "the list in English")).isEmpty();
            reader.page()
                    .getByRole(
                            AriaRole.LINK, new Page.GetByRoleOptions().setName("中文").setExact(true))
                    .click();
            assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo("zh-CN");
            reader.go("/track");
            assertThat(reader.heading()).isEqualTo("进度查询");
        }
    }

    static void begin(Visitor citizen) {
        citizen.go("/");
        citizen.page().locator("#site-q, input[name=q]").first().fill("互联网");
        citizen.page().keyboard().press("Enter");
        citizen.main()
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName("互联网上网服务营业场所经营单位设立"))
                .first()
                .click();
        citizen.follow("在线申请");
        citizen.tick("筹建审批");
        citizen.press("开始填写");
        assertThat(citizen.text()).contains("核对后提交").contains("未开始");
    }

    private static void aFaultIsShownWithEverythingThatWasTyped(Visitor citizen) {
        citizen.follow("申请人");
        citizen.fill("企业名称", "青岚无脚本网咖").fill("联系电话", "不是电话");
        citizen.press("保存并继续");
        assertThat(citizen.page().title()).startsWith("错误：");
        assertThat(citizen.main().getByLabel("企业名称").inputValue()).isEqualTo("青岚无脚本网咖");
        assertThat(citizen.main().locator(".error-summary a").count()).isPositive();
    }

    /// Everything but one paper: the citizen may send it all the same.
    private static void fill(Visitor citizen) {
        citizen.fill("统一社会信用代码", "９１３５０１００Ｍ０００１００Ｙ４３").fill("法定代表人姓名", "苏远航");
        citizen.fill("法定代表人公民身份号码", "11010519491231002X").fill("联系电话", "0570-5550000");
        citizen.fill("资金数额", "500,000");
        citizen.press("保存并继续");
        citizen.fill("拟设场所地址", "青岚县文昌街道春山路 10 号").fill("营业面积", "１５０");
        citizen.fill("计算机台数", "60").fill("到最近中学、小学的距离", "320");
        citizen.press("保存并继续");
        citizen.tick("我声明所填内容和材料真实");
        citizen.press("保存并继续");
        for (var paper : List.of("企业章程", "身份证明", "资金信用证明")) {
            citizen.main().getByLabel(paper).first().setInputFiles(PDF);
        }
        citizen.press("上传并继续");
        assertThat(citizen.heading()).isEqualTo("核对后提交");
        assertThat(citizen.text()).contains("还缺以下内容").contains("500000").contains("章程.pdf");
    }

    private static void asksOnceForWhatIsMissing(Visitor clerk, String no) {
        clerk.go("/desk/cases/" + no + "/acts/accept");
        clerk.press("受理并出具凭证");
        assertThat(clerk.text()).contains("没有办成").contains("MATERIALS_COMPLETE");
        clerk.go("/desk/cases/" + no);
        clerk.follow("材料或者填写项缺少：营业场所产权证明或者租赁意向书");
        assertThat(clerk.main().getByLabel("营业场所产权证明或者租赁意向书").isChecked()).isTrue();
        clerk.fill("理由", "没有收到产权证明或者租赁意向书。");
        clerk.press("发出补正告知");
        assertThat(clerk.text()).contains("已办理：一次性告知补正");
    }

    /// On a phone, with the number and the code as the receipt has them.
    private static void follows(Visitor phone, String no, String code) {
        phone.go("/track");
        phone.fill("办件编号", no).fill("查询码", "0000000000000");
        phone.press("查询");
        assertThat(phone.text()).contains("编号或者查询码不对");
        asks(phone, no, code.toLowerCase(java.util.Locale.ROOT));
        assertThat(phone.text()).contains("没有收到产权证明或者租赁意向书。").contains("计时已停");
    }

    private static void asks(Visitor phone, String no, String code) {
        phone.go("/track");
        phone.fill("办件编号", no).fill("查询码", code);
        phone.press("查询");
    }

    private static void mends(Visitor phone) {
        phone.press("提交补正");
        assertThat(phone.text()).contains("提交的内容有问题");
        phone.main().getByLabel("营业场所产权证明或者租赁意向书").first().setInputFiles(PDF);
        phone.press("提交补正");
        assertThat(phone.text()).contains("补交的材料已收到。");
    }
}
