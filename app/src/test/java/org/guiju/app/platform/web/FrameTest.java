package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The frame of the pages on a real server, without a database and without sign-in.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = OpenPages.class,
        properties = OpenPages.NO_DATABASE)
class FrameTest {

    @LocalServerPort int port;

    @Test
    void thePageIsChineseForWhoeverAsksForNothing() throws Exception {
        var page = get("/sample");
        assertThat(page.body())
                .contains("<html")
                .contains("lang=\"zh-CN\"")
                .contains("青岚县行政权力公开运行网</title>")
                .contains("跳到主要内容");
    }

    @Test
    void theBrowsersLanguageIsFollowed() throws Exception {
        assertThat(get("/sample", "Accept-Language", "fr, en;q=0.8, zh;q=0.5").body())
                .contains("lang=\"en\"");
        assertThat(get("/sample", "Accept-Language", "fr").body()).contains("lang=\"zh-CN\"");
    }

    @Test
    void theAddressOutweighsTheCookieAndIsRemembered() throws Exception {
        var english = get("/sample?lang=en", "Cookie", "lang=zh");
        assertThat(english.body()).contains("Skip to main content");
        assertThat(english.headers().allValues("set-cookie"))
                .anySatisfy(c ->
                        assertThat(c)
                                .startsWith("lang=en;")
                                .contains("HttpOnly")
                                .contains("SameSite=Lax"));
        assertThat(get("/sample", "Cookie", "lang=en").body()).contains("Skip to main content");
        assertThat(get("/sample?lang=xx").headers().allValues("set-cookie"))
                .noneMatch(cookie -> cookie.startsWith("lang="));
    }

    @Test
    void theElderVersionIsRememberedAndCanBeLeft() throws Exception {
        assertThat(get("/sample?mode=large").body())
                .contains("class=\"large\"")
                .contains("/sample?mode=normal");
        assertThat(get("/sample", "Cookie", "mode=large").body()).contains("class=\"large\"");
        assertThat(get("/sample?mode=normal", "Cookie", "mode=large").body())
                .doesNotContain("class=\"large\"");
    }

    @Test
    void changingTheLanguageKeepsTheRestOfTheAddress() throws Exception {
        assertThat(get("/sample?org=wlj&lang=zh&page=2").body())
                .contains("href=\"/sample?org=wlj&amp;page=2&amp;lang=en\"");
    }

    @Test
    void aQueryCannotLeaveTheAttributeItStandsIn() throws Exception {
        var page = get("/sample?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script");
    }

    @Test
    void chineseDomainTextOnAnEnglishPageSaysThatItIsChinese() throws Exception {
        var page = get("/sample?lang=en").body();
        assertThat(page)
                .contains("<span lang=\"zh-CN\">科务会</span>")
                .containsPattern("id=\"both\">\\s*licence");
        assertThat(get("/sample").body())
                .containsPattern("id=\"domain\">\\s*科务会")
                .containsPattern("id=\"both\">\\s*许可");
    }

    @Test
    void onlyPagesThatExistAreInTheNavigation() throws Exception {
        var page = get("/sample").body();
        assertThat(page)
                .contains("href=\"/powers\"")
                .doesNotContain("href=\"/villages\"")
                .doesNotContain("href=\"/about\"");
    }

    @Test
    void theDeskHasItsOwnFrameAndMarksWhereOneIs() throws Exception {
        assertThat(get("/desk/sample").body())
                .contains("class=\"bench\"")
                .contains("权力规范运行平台</title>");
    }

    @Test
    void anErrorIsNamedInTheTitleTheSummaryAndAboveTheField() throws Exception {
        var page = get("/sample").body();
        assertThat(page)
                .contains("<title>错误：Components - ")
                .contains("href=\"#area\"")
                .contains("id=\"area-error\"");
    }

    @Test
    void thePagerKeepsTheFilterAndSkipsWhatIsFarAway() throws Exception {
        assertThat(get("/sample").body())
                .contains("href=\"/sample?org=wlj&amp;page=16\"")
                .contains("第 41 至 60 条，共 312 条")
                .doesNotContain("page=9\"");
    }

    @Test
    void theStylesheetIsNamedByItsContentAndKeptForAYear() throws Exception {
        var matcher =
                Pattern.compile("href=\"(/css/guiju-[0-9a-f]{32}\\.css)\"")
                        .matcher(get("/sample").body());
        assertThat(matcher.find()).isTrue();
        var css = get(matcher.group(1), "Accept-Encoding", "gzip");
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("cache-control"))
                .hasValueSatisfying(v -> assertThat(v).contains("max-age=31536000"));
        assertThat(css.headers().firstValue("content-encoding")).hasValue("gzip");
        for (var text : new String[] {matcher.group(1), "/js/editor.js", "/img/favicon.svg"}) {
            assertThat(get(text).headers().firstValue("content-type"))
                    .as(text)
                    .hasValueSatisfying(t -> assertThat(t).endsWith(";charset=UTF-8"));
        }
    }

    @Test
    void noPageCarriesStyleOrScriptOfItsOwn() throws Exception {
        for (String address : new String[] {"/sample", "/desk/sample?lang=en"}) {
            assertThat(get(address).body())
                    .doesNotContain("style=")
                    .doesNotContain("<style")
                    .doesNotContain("??");
        }
    }

    /// Each look is a new browser's: no cookie of one test is another's.
    private HttpResponse<String> get(String address, String... headers)
            throws IOException, InterruptedException {
        return new Browser(port).get(address, headers);
    }
}
