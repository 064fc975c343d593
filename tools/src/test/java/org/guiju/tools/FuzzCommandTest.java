package org.guiju.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command against a small server that is in order, and against one fault planted after another.
class FuzzCommandTest {
    private static final String HEAD = "<!doctype html><html lang=\"zh-CN\"><body><main>";
    private static final String DESCRIPTION =
            """
            {"paths":{"/api/v1/things/{id}":{"post":{"requestBody":{"content":{"application/json":{"schema":
            {"type":"object","properties":{"name":{"type":"string"},"on":{"type":"string","format":"date"}}}}}}}}}}
            """;

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d{1,8})");

    @TempDir private Path folder;

    /// What is wrong with the small server.
    enum Planted {
        NOTHING,
        ERROR_OF_THE_SERVER,
        TRACE,
        CLASS_NAME,
        NO_PROBLEM,
        FOREIGN_PAGE,
        UNESCAPED,
        NO_TOKEN_NEEDED,
        NO_HEADERS,
        SPLIT_HEADER,
        SILENCE
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_OF_THE_SERVER, answered 500",
        "TRACE, shows its inner workings",
        "CLASS_NAME, shows its inner workings",
        "NO_PROBLEM, no problem+json",
        "FOREIGN_PAGE, not our own",
        "UNESCAPED, not escaped",
        "NO_TOKEN_NEEDED, done without a token",
        "NO_HEADERS, lacks the headers",
        "SPLIT_HEADER, a header of the asker's own",
        "SILENCE, without an answer"
    })
    void eachPlantedFaultIsFoundAndSaidHowToMeetAgain(Planted fault, String words)
            throws Exception {
        var run = against(fault);
        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(Guiju.FINDINGS);
        assertThat(run.out()).contains(words, "--seed 7 --number ", "curl -sik --path-as-is -X ");
    }

    @Test
    void aServerThatIsInOrderGivesNoFindingAndTheSameSeedAsksTheSame() throws Exception {
        var run = against(Planted.NOTHING);
        assertThat(run.out()).contains("no findings. 没有发现。");
        assertThat(run.status()).isEqualTo(Guiju.FINE);
        assertThat(answers(against(Planted.NOTHING).out())).isEqualTo(answers(run.out()));
        var json = against(Planted.NOTHING, "--format", "json");
        assertThat(json.out()).startsWith("{").contains("\"seed\":7", "\"findings\":[]");
    }

    @Test
    void somebodyElsesListIsSentToo() throws Exception {
        var list = Files.writeString(folder.resolve("list.json"), "[\"\", \"plain\"]");
        assertThat(against(Planted.NOTHING, "--strings", list.toString()).status())
                .isEqualTo(Guiju.FINE);
        var broken = Files.writeString(folder.resolve("broken.json"), "[\"");
        var run = against(Planted.NOTHING, "--strings", broken.toString());
        assertThat(run.status()).isEqualTo(Guiju.UNUSABLE);
        assertThat(run.err()).contains("broken.json").doesNotContain("Exception");
    }

    @Test
    void whatCannotBeAskedIsUnusableInBothLanguages() {
        for (var wrong :
                List.of(
                        new String[] {},
                        new String[] {"--demo", "http://localhost:1"},
                        new String[] {"file:///etc/passwd"})) {
            var run = run(wrong);
            assertThat(run.status()).isEqualTo(Guiju.UNUSABLE);
            assertThat(run.err()).contains("请给出服务器地址", "Give the address of a server");
        }
        for (var wrong : List.of("--requests=0", "--minutes=0", "--workers=65", "--pages=0")) {
            assertThat(run("http://localhost:1", wrong).err()).as(wrong).contains("须为正整数");
        }
        var nobody = run("http://localhost:1", "--requests", "1");
        assertThat(nobody.status()).isEqualTo(Guiju.UNUSABLE);
        assertThat(nobody.err()).contains("the trial could not be made");
    }

    private static String answers(String out) {
        return out.lines().filter(l -> l.startsWith("answers")).findFirst().orElse("");
    }

    private Run against(Planted fault, String... more) throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> serve(server, threads, fault));
            var words = new ArrayList<String>();
            words.add("http://127.0.0.1:" + server.getLocalPort());
            words.addAll(List.of("--seed", "7", "--requests", "400", "--workers", "2"));
            words.addAll(List.of(more));
            return run(words.toArray(String[]::new));
        }
    }

    private static void serve(ServerSocket server, Executor threads, Planted fault) {
        while (true) {
            try {
                var socket = server.accept();
                threads.execute(() -> {
                    try (socket) {
                        answer(socket, fault);
                    } catch (IOException _) {
                        // the asker has gone
                    }
                });
            } catch (IOException _) {
                return; // the test is over
            }
        }
    }

    /// Reads one request, however broken, and answers it.
    private static void answer(Socket socket, Planted fault) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            int c = socket.getInputStream().read();
            if (c < 0) {
                return;
            }
            read.append((char) c);
        }
        var length = LENGTH.matcher(read);
        var body =
                length.find()
                        ? new String(
                                socket.getInputStream()
                                        .readNBytes(Integer.parseInt(length.group(1))),
                                StandardCharsets.UTF_8)
                        : "";
        var words = read.toString().split(" ", 3);
        var said = said(words[0].equals("POST"), words[1], body, fault);
        if (said.isEmpty()) {
            return;
        }
        var headers =
                fault == Planted.NO_HEADERS
                        ? ""
                        : "Content-Security-Policy: default-src 'self'\r\nX-Content-Type-Options: nosniff\r\n";
        var status = said.substring(0, said.indexOf('\n'));
        socket.getOutputStream()
                .write(
                        ("HTTP/1.1 "
                                        + status
                                        + "\r\n"
                                        + headers
                                        + said.substring(status.length() + 1))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static String said(boolean post, String path, String body, Planted fault) {
        if (path.equals("/api/openapi.json")) {
            return page("200", "application/json", DESCRIPTION);
        }
        if (post && path.startsWith("/login")) {
            return page(
                    body.contains("_csrf=t0ken") ? "302" : "403", "text/html", HEAD + "</html>");
        }
        if (path.startsWith("/api/")) {
            return program(fault, body);
        }
        return post
                ? form(fault, body)
                : page(
                        "200",
                        "text/html;charset=UTF-8",
                        HEAD
                                + "<form method=\"post\" action=\"/note\"><input type=\"hidden\" name=\"_csrf\" value=\"t0ken\">"
                                + "<input name=\"text\" value=\"x\"></form></html>");
    }

    private static String program(Planted fault, String body) {
        if (fault == Planted.SILENCE && body.contains("null")) {
            return "";
        }
        int status = fault == Planted.ERROR_OF_THE_SERVER ? 500 : 400;
        var detail =
                switch (fault) {
                    case TRACE -> "at org.example.Some.thing(Some.java:12)";
                    case CLASS_NAME -> "ERROR: PSQLException in statement";
                    default -> "x";
                };
        return page(
                Integer.toString(status),
                fault == Planted.NO_PROBLEM ? "application/json" : "application/problem+json",
                "{\"title\":\"x\",\"code\":\"X\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status, detail));
    }

    private static String form(Planted fault, String body) {
        if (!body.contains("t0ken") && fault != Planted.NO_TOKEN_NEEDED) {
            return page(
                    "403",
                    "text/html",
                    fault == Planted.FOREIGN_PAGE ? "<h1>Forbidden</h1>" : HEAD + "</html>");
        }
        var said =
                URLDecoder.decode(
                        body.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
        var split = fault == Planted.SPLIT_HEADER && said.contains("X-Gj-Split");
        return page(
                split ? "200 OK\nX-Gj-Split: 1\r" : "200",
                "text/html;charset=UTF-8",
                HEAD + (fault == Planted.UNESCAPED ? said : said.replace("<", "&lt;")) + "</html>");
    }

    private static String page(String status, String type, String text) {
        return status + "\nLocation: /\r\nContent-Type: " + type + "\r\n\r\n" + text;
    }

    private record Run(int status, String out, String err) {}

    private static Run run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of("fuzz"));
        all.addAll(List.of(words));
        int status =
                Guiju.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }
}
