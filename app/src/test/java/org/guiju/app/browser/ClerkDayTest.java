package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a clerk does sixty times a day: from case to case, the list into a table, what the notice asked for into the case.
@RunningGuiju
@InChromium
class ClerkDayTest {
    @LocalServerPort int port;

    @Test
    void fromAListOneGoesFromCaseToCaseAndTheTabsKeepTheList() {
        try (var officer = Visitor.signedIn(port, "limin")) {
            officer.go("/desk/cases?state=closed");
            var numbers = officer.main().locator("tbody th a").allInnerTexts();
            officer.main().locator("tbody th a").first().click();
            assertThat(officer.text()).contains("列表第 1 件").doesNotContain("上一件");
            officer.follow("下一件 " + numbers.get(1));
            assertThat(officer.where()).startsWith("/desk/cases/" + numbers.get(1));
            officer.follow("告知与听证");
            assertThat(officer.text()).contains("列表第 2 件");
            officer.follow("上一件 " + numbers.getFirst());
            assertThat(officer.where()).startsWith("/desk/cases/" + numbers.getFirst());
        }
    }

    @Test
    void theNextOfOnesOwnTasksIsOfferedOnEveryCase() {
        try (var officer = Visitor.signedIn(port, "limin")) {
            officer.go("/desk");
            officer.main().locator("tbody th a").first().click();
            assertThat(officer.text()).contains("待办第 1 件").contains("下一件");
        }
    }

    @Test
    void theExportHasTheRowsOfTheListAndNoOthers() {
        try (var officer = Visitor.signedIn(port, "limin")) {
            officer.go("/desk/cases?state=closed");
            int rows =
                    Integer.parseInt(officer.main().locator(".tabs [aria-current] b").innerText());
            var csv = officer.fetch("/desk/cases.csv?state=closed");
            assertThat(csv.headers().get("content-disposition")).contains("cases.csv");
            assertThat(csv.text().lines().toList()).hasSize(rows + 1);
            assertThat(csv.text()).contains("编号,事项,情形,申请人,环节,到期,状态,收件日期");
            assertThat(
                            officer.fetch("/desk/cases.csv?state=closed&q=nothing-like-this")
                                    .text()
                                    .lines())
                    .hasSize(1);
            assertThat(officer.fetch("/desk/cases.xlsx?state=overdue&q=%27%22%3C").status())
                    .isEqualTo(200);
            assertThat(officer.fetch("/desk/cases.xlsx").body())
                    .as("a zip, as XLSX is")
                    .startsWith('P', 'K');
        }
        try (var citizen = Visitor.signedIn(port, "citizen")) {
            assertThat(citizen.fetch("/desk/cases.csv").status()).isEqualTo(403);
        }
    }

    @Test
    void theWindowEntersTheAnswersThatTheNoticeAskedFor() {
        try (var desk = new OnTheDesk(port)) {
            var clerk = desk.of("shenruoxi");
            OnTheDesk.intake(clerk);
            clerk.fill("联系电话", "");
            clerk.press("收件并出具凭证");
            desk.handle(clerk.main().locator("#no").innerText());
            desk.done("shenruoxi", "一次性告知补正", v -> v.fill("理由", "没有填写联系电话。"));
            desk.done(
                    "shenruoxi",
                    "登记补正材料",
                    v -> {
                        v.fill("联系电话", "不是电话");
                        v.main().locator("form button.primary").click();
                        assertThat(v.text()).contains("“联系电话”不是有效的电话号码");
                        assertThat(v.main().getByLabel("联系电话").inputValue()).isEqualTo("不是电话");
                        assertThat(Looked.at(v, "the supplement at the desk")).isEmpty();
                        v.fill("联系电话", "0570-5550001");
                    });
            desk.done("shenruoxi", "受理", OnTheDesk::nothing);
        }
    }
}
