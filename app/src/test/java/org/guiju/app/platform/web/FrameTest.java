package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The frame of the pages on a real server, without a database and without sign-in.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = FrameTest.Pages.class,
        properties =
                "spring.autoconfigure.exclude="
                        + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                        + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
class FrameTest {

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan({"org.guiju.app.platform.web", "org.guiju.app.platform.i18n"})
    static class Pages {
        @Bean
        SecurityFilterChain everyoneMayLook(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
        }
    }

    @LocalServerPort int port;

    private final HttpClient client = HttpClient.newHttpClient();

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

    private HttpResponse<String> get(String address, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
