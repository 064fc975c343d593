package org.guiju.app.platform.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A new browser for each test, on one server without a database.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = OpenPages.class,
        properties = OpenPages.NO_DATABASE)
abstract class WithBrowser {

    static final String NUMBER = "\\d{8}-[2-9A-Z]{6}";

    @LocalServerPort int port;

    Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    HttpResponse<String> body(String body, String type, String token)
            throws IOException, InterruptedException {
        return post("/fail/body", body, type, token);
    }

    HttpResponse<String> post(String address, String body, String type, String token)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(browser.at(address))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("X-CSRF-TOKEN", token);
        }
        return browser.send(request);
    }
}
