package org.guiju.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guiju.app.platform.web.LongWork.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What takes long is bounded.
@Timeout(60)
class LongWorkTest extends WithBrowser {
    @Autowired LongWorkGate gate;
    @Autowired LongPages pages;

    @AfterEach
    void end() {
        pages.finish();
    }

    @Test
    void twoAreAtItSomeWaitAndTheRestAreToldWhenToComeBack() throws Exception {
        // Whatever is found wrong, those inside are let go before they are waited for.
        try (var many = Executors.newVirtualThreadPerTaskExecutor();
                var _ = pages.begin()) {
            var asked = new ArrayList<Future<HttpResponse<String>>>();
            Callable<HttpResponse<String>> ask = () -> new Browser(port).get("/long/office");
            for (int i = 0; i < LongWorkGate.AT_IT + LongWorkGate.WAITING; i++) {
                asked.add(many.submit(ask));
            }
            while (pages.inside() < LongWorkGate.AT_IT
                    || gate.waiting(Queue.OFFICE) < LongWorkGate.WAITING) {
                assertThat(Thread.interrupted()).as("waited for too long").isFalse();
                Thread.onSpinWait();
            }
            var page = browser.get("/long/office");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("retry-after")).hasValue("30");
            assertThat(page.body()).contains("过于繁忙", "也没有办理", "0570-0000000");
            assertThat(browser.get("/long/office?lang=en").body())
                    .contains("too busy", "Nothing that was sent has been acted on");
            var program = browser.get("/long/office", "Accept", "application/json");
            assertThat(program.body()).contains("SERVICE_UNAVAILABLE");
            assertThat(browser.get("/sample").statusCode()).as("other pages").isEqualTo(200);
            assertThat(browser.get("/long/public").body()).as("another queue").isEqualTo("public");
            assertThat(pages.inside()).isEqualTo(LongWorkGate.AT_IT);
            pages.finish();
            for (var answer : asked) {
                assertThat(answer.get().body()).isEqualTo("office");
            }
        }
        assertThat(gate.waiting(Queue.OFFICE)).isZero();
    }

    @Test
    void whatFailedGivesItsPlaceBack() throws Exception {
        for (int i = 0; i < 2 * LongWorkGate.AT_IT; i++) {
            assertThat(browser.get("/long/failing").statusCode()).isEqualTo(500);
        }
        assertThat(browser.get("/long/public").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "lists.web.BookletPages, pdf, OFFICE",
        "lists.web.BookletPages, open, PUBLIC",
        "supervision.web.LedgerPages, check, OFFICE",
        "powers.web.SuperiorPages, derive, OFFICE",
        "archive.web.DossierPages, take, OFFICE",
        "archive.web.DossierPages, download, OFFICE",
        "archive.web.HandoverPages, take, OFFICE"
    })
    void whatTakesLongStandsInItsQueue(String type, String method, Queue queue) throws Exception {
        var marks =
                Arrays.stream(Class.forName("org.guiju.app." + type).getDeclaredMethods())
                        .filter(m -> m.getName().equals(method))
                        .map(m -> m.getAnnotation(LongWork.class))
                        .toList();
        assertThat(marks).hasSize(1).doesNotContainNull();
        assertThat(List.of(marks.getFirst().value())).containsExactly(queue);
    }
}
