package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.guiju.formats.ledger.Receipt;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.formats.ledger.ReceiptQr;
import org.guiju.formats.ledger.VerdictJson;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.TreeHash;
import org.guiju.tools.Guiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A receipt opened from a disk without any network; and the browser's verifier held against the one of `guiju verify`.
@InChromium
class ReceiptInBrowserTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNUSABLE = "\"unusable\"";
    private static final String JUDGE =
            """
            async cases => {
              const answers = [];
              for (const c of cases) {
                try {
                  answers.push(JSON.stringify(await (c.qr === undefined ? GuijuVerify.receipt(c) : GuijuVerify.qr(c.qr, c.policy))));
                } catch (e) {
                  answers.push('"unusable"');
                }
              }
              return answers;
            }
            """;

    @TempDir private Path folder;

    private static Receipt receipt() {
        return new Receipt(
                text("entry3.json").getBytes(StandardCharsets.UTF_8),
                text("disclosures3.txt").lines().filter(line -> !line.isBlank()).toList(),
                text("leaf3.tlog-proof"),
                text("policy"));
    }

    private Page opened(BrowserContext context, String html) throws IOException {
        var file = folder.resolve("receipt.html");
        Files.writeString(file, html, StandardCharsets.UTF_8);
        context.setOffline(true);
        var page = context.newPage();
        page.onRequest(request -> assertThat(request.url()).startsWith("file:"));
        page.navigate(file.toUri().toString());
        return page;
    }

    private static BrowserContext context(boolean script, boolean bypass) {
        return Chromium.browser()
                .newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(script)
                                .setBypassCSP(bypass));
    }

    @Test
    void offlineItSaysInBothLanguagesWhatIsProvedAndWhatIsNot() throws IOException {
        try (var context = context(true, false)) {
            var page = opened(context, ReceiptHtml.write(receipt()));
            page.waitForSelector("html[data-verdict]");
            assertThat(page.locator("html").getAttribute("data-verdict")).isEqualTo("proved");
            assertThat(page.locator("#verdict").innerText())
                    .contains(
                            "已证明",
                            "Proved",
                            "archives",
                            "2026-11-24 12:00:00",
                            "没有证明什么",
                            "That what is recorded is true or lawful");
            assertThat(page.locator("#fields").innerText()).contains("applicant", "张三");
            assertThat(page.locator("#unchecked").isVisible()).isFalse();
        }
    }

    @Test
    void withoutJavaScriptItIsReadAndSaysThatItWasNotChecked() throws IOException {
        try (var context = context(false, false)) {
            var page = opened(context, ReceiptHtml.write(receipt()));
            assertThat(page.locator("#verdict").innerText()).contains("尚未核验", "guiju verify");
            assertThat(page.locator("#fields").innerText()).contains("张三");
            assertThat(page.locator("#unchecked").isVisible()).isTrue();
        }
    }

    /// The table is what a forger would change: it is written anew from what was checked.
    @Test
    void aChangedTableIsOverwrittenAndAChangedEntryIsNotProved() throws IOException {
        var html = ReceiptHtml.write(receipt());
        try (var context = context(true, false)) {
            var page = opened(context, html.replace("<td>张三</td>", "<td>李四</td>"));
            page.waitForSelector("html[data-verdict=proved]");
            assertThat(page.locator("#fields").innerText()).contains("张三").doesNotContain("李四");
            page = opened(context, html.replace("permit.decided", "permit.refused"));
            page.waitForSelector("html[data-verdict=inclusion]");
            assertThat(page.locator("#verdict").innerText()).contains("未获证明", "Not proved");
            page = opened(context, html.replace("id=\"guiju-policy\"", "id=\"gone\""));
            page.waitForSelector("html[data-verdict=unusable]");
        }
    }

    /// What somebody slips into the file does not run.
    @Test
    void noOtherProgramRunsInIt() throws IOException {
        var html =
                ReceiptHtml.write(receipt())
                        .replace("<main>", "<main><script>document.title='evil'</script>");
        try (var context = context(true, false)) {
            var page = opened(context, html);
            page.waitForSelector("html[data-verdict=proved]");
            assertThat(page.title()).doesNotContain("evil");
        }
    }

    @Test
    void theBrowserAndTheCommandLineAgreeOnEveryVectorAndEveryLie() throws IOException {
        long seed = 20261122;
        var cases = cases(new Random(seed));
        try (var context = context(true, true)) {
            var page = opened(context, ReceiptHtml.write(receipt()));
            page.waitForSelector("html[data-verdict]");
            var carrying = text("leaf3.tlog-proof").replace("index 3", "extra 5p2h\nindex 3");
            assertThat(page.evaluate("p => GuijuVerify.extra(p)", carrying)).isEqualTo("条");
            assertThat(page.evaluate("p => GuijuVerify.extra(p)", text("leaf3.tlog-proof")))
                    .isNull();
            var answers = (List<?>) page.evaluate(JUDGE, cases);
            int proved = 0;
            int refused = 0;
            for (int i = 0; i < cases.size(); i++) {
                var browser = JSON.readTree((String) answers.get(i));
                var java = judged(cases.get(i));
                assertThat(browser)
                        .as("seed %s, case %s: %s", seed, i, cases.get(i))
                        .isEqualTo(java);
                proved += java.path("proved").asBoolean(false) ? 1 : 0;
                refused += java.isString() ? 1 : 0;
            }
            // The comparison means something only if all three answers occur.
            assertThat(proved).isBetween(4, cases.size() / 2);
            assertThat(refused).isGreaterThan(50);
            assertThat(cases.size() - proved - refused).isGreaterThan(50);
        }
    }

    @Test
    void theCommandPrintsWhatTheBrowserAnswers() throws IOException {
        var html = Files.writeString(folder.resolve("r.html"), ReceiptHtml.write(receipt()));
        var policy = Files.writeString(folder.resolve("policy"), text("policy"));
        var out = new StringWriter();
        int status =
                Guiju.commandLine()
                        .setOut(new PrintWriter(out))
                        .execute(
                                "verify",
                                html.toString(),
                                "--policy",
                                policy.toString(),
                                "--format",
                                "json");
        assertThat(status).isZero();
        var printed = (tools.jackson.databind.node.ObjectNode) JSON.readTree(out.toString()).get(0);
        printed.remove("file");
        assertThat(printed).isEqualTo(judged(good()));
    }

    private static JsonNode judged(Map<String, Object> asked) throws IOException {
        try {
            var policy =
                    LogPolicy.parse(
                            ((String) Objects.requireNonNull(asked.get("policy")))
                                    .getBytes(StandardCharsets.UTF_8));
            if (asked.get("qr") instanceof String code) {
                var read = ReceiptQr.parse(code);
                return again(VerdictJson.of(read.check(policy), read.leaf(), new TreeMap<>()));
            }
            var entry =
                    ((String) Objects.requireNonNull(asked.get("entry")))
                            .getBytes(StandardCharsets.UTF_8);
            var disclosures =
                    ((List<?>) Objects.requireNonNull(asked.get("disclosures")))
                            .stream().map(String::valueOf).toList();
            var receipt =
                    new Receipt(
                            entry,
                            disclosures,
                            (String) Objects.requireNonNull(asked.get("proof")),
                            "");
            var checked = receipt.check(policy);
            return again(
                    VerdictJson.of(
                            checked.verdict(), TreeHash.SHA_256.leaf(entry), checked.fields()));
        } catch (LogException e) {
            return JSON.readTree(UNUSABLE);
        }
    }

    /// Through text, so that numbers have one type.
    private static JsonNode again(JsonNode node) {
        return JSON.readTree(node.toString());
    }

    private static Map<String, Object> good() {
        return Map.of(
                "entry", text("entry3.json"),
                "disclosures", receipt().disclosures(),
                "proof", text("leaf3.tlog-proof"),
                "policy", text("policy"));
    }

    private static List<Map<String, Object>> cases(Random random) {
        var cases = new ArrayList<Map<String, Object>>();
        cases.add(good());
        cases.add(with(good(), "disclosures", List.of()));
        cases.add(with(good(), "disclosures", receipt().disclosures().subList(1, 2)));
        cases.add(
                with(
                        good(),
                        "disclosures",
                        List.of(
                                receipt().disclosures().getFirst(),
                                receipt().disclosures().getFirst())));
        cases.add(with(good(), "policy", text("policy").replace("quorum archives", "quorum none")));
        cases.add(
                with(
                        good(),
                        "policy",
                        text("policy").replace("quorum archives", "group g 1 archives\nquorum g")));
        cases.add(Map.of("qr", text("qr.txt"), "policy", text("policy")));
        secondSpellings(cases);
        for (int i = 0; i < 150; i++) {
            for (String part : List.of("entry", "proof", "policy")) {
                cases.add(
                        with(
                                good(),
                                part,
                                bent((String) Objects.requireNonNull(good().get(part)), random)));
            }
            var disclosures = new ArrayList<>(receipt().disclosures());
            int at = random.nextInt(disclosures.size());
            disclosures.set(at, bent(disclosures.get(at), random));
            cases.add(with(good(), "disclosures", disclosures));
            cases.add(Map.of("qr", bent(text("qr.txt").strip(), random), "policy", text("policy")));
        }
        return cases;
    }

    /// Base64 whose last letter carries bits that belong to nothing: decoders that look away would take it.
    private static void secondSpellings(List<Map<String, Object>> cases) {
        for (String part : List.of("proof", "policy")) {
            var good = (String) Objects.requireNonNull(good().get(part));
            for (int at = good.indexOf('='); at >= 0; at = good.indexOf('=', at + 1)) {
                char stray = (char) (good.charAt(at - 1) + 1);
                var other = good.substring(0, at - 1) + stray + good.substring(at);
                cases.add(with(good(), part, other));
            }
        }
        var code = text("qr.txt").strip();
        char stray = (char) (code.charAt(code.length() - 1) + 1);
        cases.add(
                Map.of(
                        "qr",
                        code.substring(0, code.length() - 1) + stray,
                        "policy",
                        text("policy")));
    }

    private static Map<String, Object> with(Map<String, Object> asked, String name, Object value) {
        var changed = new TreeMap<>(asked);
        changed.put(name, value);
        return changed;
    }

    /// One character replaced, removed, or put in.
    private static String bent(String text, Random random) {
        var letters = "AB9+/=_- \n\t\"\\{}[]:,.#0é规\u3000\ufeff";
        int at = random.nextInt(text.length());
        var letter = letters.substring(random.nextInt(letters.length())).substring(0, 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + letter + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + letter + text.substring(at);
        };
    }

    private static String text(String name) {
        try (var in = ReceiptInBrowserTest.class.getResourceAsStream("vector1/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
