package org.guiju.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.platform.web.OpenPages;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// What changes where the public comes by https: the frame alone, behind what stands for a proxy.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = BehindTlsTest.Frame.class,
        properties = {
            OpenPages.NO_DATABASE,
            "guiju.documents.address=https://powers.qinglan.example",
            "server.forward-headers-strategy=native"
        })
class BehindTlsTest {
    private static final String[] BY_HTTPS = {"X-Forwarded-Proto", "https"};

    @Import(OpenPages.class)
    static class Frame {
        @Bean
        SessionCookie sessionCookie() {
            return new SessionCookie("https://powers.qinglan.example");
        }

        @Bean
        FilterRegistrationBean<SecurityHeaders> headers(SessionCookie cookie) {
            return new SecurityConfiguration().securityHeaders(cookie);
        }
    }

    @LocalServerPort int port;

    /// Also of what the container itself turned away, and of what it could not read.
    @Test
    void everyAnswerAsksForHttpsForAYear() throws Exception {
        var browser = new Browser(port);
        for (var address : new String[] {"/sample", "/not-there", "/css/guiju.css", "/a;b"}) {
            assertThat(
                            browser.get(address, BY_HTTPS)
                                    .headers()
                                    .firstValue("strict-transport-security"))
                    .as(address)
                    .hasValue("max-age=31536000; includeSubDomains");
        }
    }

    @Test
    void aCookieIsOnesOwnHostsAndTravelsEncryptedOnly() throws Exception {
        var browser = new Browser(port);
        var cookies =
                browser.get("/sample?lang=en&mode=large", BY_HTTPS)
                        .headers()
                        .allValues("set-cookie");
        assertThat(cookies)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(c ->
                        assertThat(c)
                                .startsWith("__Host-")
                                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                                .doesNotContain("Domain"))
                .anySatisfy(c -> assertThat(c).startsWith("__Host-guiju="));
        var kept = String.join("; ", cookies.stream().map(c -> c.split(";", 2)[0]).toList());
        assertThat(
                        new Browser(port)
                                .get("/sample", "Cookie", kept, BY_HTTPS[0], BY_HTTPS[1])
                                .body())
                .contains("lang=\"en\"");
        assertThat(
                        new Browser(port)
                                .get("/sample", "Cookie", "lang=en", BY_HTTPS[0], BY_HTTPS[1])
                                .body())
                .as("a neighbour's cookie is not ours")
                .contains("lang=\"zh-CN\"");
    }

    @Test
    void signingOutTakesTheCookieAway() {
        assertThat(new SessionCookie("https://x.example").gone())
                .satisfies(c -> assertThat(c.getName()).isEqualTo("__Host-guiju"))
                .satisfies(c -> assertThat(c.getSecure()).isTrue())
                .satisfies(c -> assertThat(c.getPath()).isEqualTo("/"));
        assertThat(new SessionCookie("http://localhost:8080").gone().getName()).isEqualTo("guiju");
        assertThat(Map.of("HTTPS://X.example", true, "http://https.example", false, "", false))
                .allSatisfy(
                        (a, https) -> assertThat(new SessionCookie(a).https()).isEqualTo(https));
    }
}
