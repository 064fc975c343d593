package org.guiju.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// 法规公开: anybody reads what a power rests on.
@RunningGuiju
class PublicLawPagesTest {
    @LocalServerPort int port;

    private static String law(String name) {
        return "/laws/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    @Test
    void aLawShowsItsVersionsItsArticlesAndThePowersThatCiteIt() throws Exception {
        var browser = new Browser(port);
        assertThat(browser.get("/laws").body()).contains("《行政许可法》", "《行政处罚法》");
        assertThat(browser.get("/laws?q=%E5%A4%84%E7%BD%9A%E6%B3%95").body())
                .contains("《行政处罚法》")
                .doesNotContain("《行政许可法》");
        var page = browser.get(law("行政处罚法")).body();
        assertThat(page).contains("第四十四条", "/powers/330899-CG-CF-0042", "条文原文");
        assertThat(browser.get(law("没有这部法")).statusCode()).isEqualTo(404);
        assertThat(browser.get("/powers/330899-CG-CF-0042").body())
                .contains("href=\"" + law("行政处罚法") + "\"");
    }
}
