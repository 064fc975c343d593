package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// 存储型脚本: what a stranger types into a public form and an officer into his is opened by others in a real browser. Nothing of it runs,
/// and the browser has nothing to stop either: a report of the content policy would mean that a page let something through.
@RunningGuiju
@InChromium
class StoredScriptsTest {
    private static final List<String> PAYLOADS =
            List.of(
                    "<script>gj()</script>",
                    "\"><img src=x onerror=gj()>",
                    "'><svg onload=gj()>",
                    "</textarea></title><script>gj()</script>",
                    "<a href=\"javascript:gj()\" hx-get=\"/log\" hx-trigger=\"load\">x</a>",
                    "[[${gj()}]]<iframe srcdoc=\"<script>parent.gj()</script>\">");

    private static final String WATCH =
            """
            window.gjRan = []; window.gj = () => window.gjRan.push('ran');
            document.addEventListener('securitypolicyviolation', e => window.gjRan.push(e.violatedDirective + ' ' + e.blockedURI));\
            """;

    private static final FilePayload PDF =
            new FilePayload(
                    "\"><img src=x onerror=gj()>.pdf",
                    "application/pdf",
                    "%PDF-1.7 sample".getBytes(StandardCharsets.US_ASCII));

    @LocalServerPort int port;

    @Test
    void whatWasTypedIntoFormsRunsOnNoPageThatShowsIt() {
        try (var citizen = watched(Visitor.at(port));
                var clerk = watched(Visitor.signedIn(port, "shenruoxi"));
                var chief = watched(Visitor.signedIn(port, "limin"))) {
            var shown = applied(citizen);
            var no = shown.getFirst();
            clerk.go("/desk/cases/" + no + "/acts/request-supplement");
            var found = new ArrayList<>(ran(clerk, "the officer's form"));
            clerk.main().locator("textarea").first().fill(String.join(" ", PAYLOADS));
            clerk.main().locator("input[type=checkbox]").first().check();
            clerk.press("发出补正告知");
            assertThat(clerk.text()).contains("已办理：一次性告知补正");
            found.addAll(ran(clerk, "the case after the act"));
            for (var address :
                    List.of(
                            "/desk",
                            "/desk/cases?q=" + no,
                            "/desk/cases/" + no + "?tab=all",
                            "/desk/cases/" + no + "?tab=all&lang=en",
                            "/desk/cases/" + no + "/receipt")) {
                for (var officer : List.of(clerk, chief)) {
                    assertThat(officer.go(address)).as(address).isIn(200, 403, 404);
                    found.addAll(ran(officer, address));
                }
            }
            clerk.go("/desk/cases/" + no + "?tab=all");
            assertThat(clerk.text()).contains(PAYLOADS.get(1), "<svg onload=gj()>");
            citizen.go("/track");
            citizen.fill("办件编号", no).fill("查询码", shown.getLast()).press("查询");
            assertThat(citizen.text()).contains("<script>gj()</script>");
            found.addAll(ran(citizen, "/track"));
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aScriptThatRanWouldBeSeen() {
        try (var visitor = watched(Visitor.at(port))) {
            visitor.go("/");
            visitor.page()
                    .evaluate(
                            "document.body.insertAdjacentHTML('beforeend', '<img src=data:x onerror=gj()>')");
            visitor.page().waitForFunction("window.gjRan.length > 0");
            assertThat(ran(visitor, "/")).isNotEmpty();
        }
    }

    private static List<String> applied(Visitor citizen) {
        CitizenJourneyTest.begin(citizen);
        citizen.follow("申请人");
        citizen.fill("企业名称", "青岚脚本网咖" + PAYLOADS.get(1));
        citizen.fill("统一社会信用代码", "91350100M000100Y43").fill("法定代表人姓名", PAYLOADS.get(2));
        citizen.fill("法定代表人公民身份号码", "11010519491231002X").fill("联系电话", "0570-5550000");
        citizen.fill("资金数额", "500,000");
        citizen.press("保存并继续");
        citizen.fill("拟设场所地址", PAYLOADS.get(3) + PAYLOADS.get(4)).fill("营业面积", "150");
        citizen.fill("计算机台数", "60").fill("到最近中学、小学的距离", "320");
        citizen.press("保存并继续");
        citizen.tick("我声明所填内容和材料真实");
        citizen.press("保存并继续");
        for (var paper : List.of("企业章程", "身份证明", "资金信用证明")) {
            citizen.main().getByLabel(paper).first().setInputFiles(PDF);
        }
        citizen.press("上传并继续");
        assertThat(citizen.heading()).isEqualTo("核对后提交");
        assertThat(ran(citizen, "the page before sending")).isEmpty();
        citizen.press("确认并提交申请");
        assertThat(ran(citizen, "the receipt")).isEmpty();
        return citizen.main().locator(".confirmation .ref").allInnerTexts();
    }

    private static Visitor watched(Visitor visitor) {
        visitor.page().addInitScript(WATCH);
        return visitor;
    }

    /// What ran or was stopped, and elements that nobody but a payload brings.
    private static List<String> ran(Visitor visitor, String where) {
        var found = new ArrayList<String>();
        var ran = String.valueOf(visitor.page().evaluate("(window.gjRan || []).join(', ')"));
        if (!ran.isEmpty()) {
            found.add(where + ": " + ran);
        }
        var slipped =
                visitor.page()
                        .locator(
                                "[onerror], [onload], [srcdoc], [href^='javascript'], [hx-get='/log']")
                        .count();
        if (slipped > 0) {
            found.add(where + ": " + slipped + " elements of a payload");
        }
        visitor.complaints().stream()
                .filter(c -> c.contains("Content Security Policy"))
                .forEach(c -> found.add(where + ": " + c));
        return found;
    }
}
