package org.guiju.app.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.springframework.beans.factory.annotation.Autowired;

/// Cases brought to their end, and what is fetched of them.
abstract class ArchiveCourse extends OnTheApi {
    @Autowired Registrar registrar;
    @Autowired Sequencer sequencer;
    @Autowired Sealer sealer;

    final void settled() {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
    }

    record Fetched(int status, String type, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    final Fetched fetch(String user, String path) throws IOException, InterruptedException {
        var basic =
                Base64.getEncoder()
                        .encodeToString((user + ":qinglan-2026").getBytes(StandardCharsets.UTF_8));
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create("http://localhost:" + port + path))
                                        .header("Authorization", "Basic " + basic)
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        return new Fetched(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    final LogPolicy policy() throws IOException, InterruptedException {
        return LogPolicy.parse(fetch("nobody", "/log/policy").bytes());
    }

    /// A case granted, served and archived; its publicity over.
    final String archived() {
        return archived(api.toDecide(true));
    }

    final String archived(String no) {
        api.done("linshufen", no, "decide", Api.decision(true));
        api.done("shenruoxi", no, "serve", Api.SERVED);
        TestClock.ahead(TestClock.ahead().plus(Duration.ofDays(10)));
        api.done("wuxiaodie", no, "archive", Map.of("step", "archive"));
        settled();
        return no;
    }

    /// A fine paid and archived.
    final String fined() {
        var street = new Street(api);
        var no = street.served(street.filed(), Street.sanction("occupy", "ordinary", "3000"));
        api.done("ouyangqian", no, "record-payment", Street.payment("3000"));
        TestClock.ahead(TestClock.ahead().plus(Duration.ofDays(10)));
        api.done("panwenjing", no, "archive", Map.of("step", "archive"));
        settled();
        return no;
    }

    static TreeMap<String, byte[]> unpacked(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                files.put(e.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    static String page(byte[] zip) throws IOException {
        return new String(
                unpacked(zip).getOrDefault("data/index.html", new byte[0]), StandardCharsets.UTF_8);
    }
}
