package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.ledger.ReceiptHtml;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.EntryBundle;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The log as anybody fetches it from the server, and the receipts that rest on it.
@RunningGuiju
@ExtendWith(OutputCaptureExtension.class)
class SealedLogTest extends OnTheApi {
    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;

    @Autowired Seals seals;

    private void sealed() {
        while (sequencer.sequence() > 0) {
            sealer.seal();
        }
        sealer.seal();
    }

    /// Of the log that is written now: other tests let years go by.
    private int year() throws Exception {
        return LogPolicy.parse(fetch("/log/policy")).logs().stream()
                .map(log -> log.key().name())
                .mapToInt(name -> Integer.parseInt(name.substring(name.lastIndexOf('/') + 1)))
                .max()
                .orElseThrow();
    }

    /// An accepted case, and its applicant's browser.
    private record Followed(String no, Browser citizen) {}

    private Followed accepted() throws Exception {
        var applied = api.apply("shenruoxi", api.power, Api.MATERIALS);
        var no = applied.path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        sealed();
        return new Followed(no, follower(no, applied.path("queryCode").asString()));
    }

    private byte[] fetch(String path) throws Exception {
        var answer = new Browser(port).bytes(path);
        return answer.statusCode() == 200 ? answer.body() : new byte[0];
    }

    @Test
    void whatTheServerHandsOutLeadsFromTheEntriesToASignedRoot() throws Exception {
        api.accepted();
        sealed();
        var note = SignedNote.parse(fetch("/log/" + year() + "/checkpoint"));
        var checkpoint = Checkpoint.of(note);
        var policy = LogPolicy.parse(fetch("/log/policy"));
        assertThat(policy.judge(note).log()).isTrue();
        TileSource files =
                tile -> {
                    try {
                        var bytes = fetch("/log/" + year() + "/" + tile.path());
                        return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
        assertThat(LogCheck.whole(files, checkpoint.size(), checkpoint.root()).findings())
                .isEmpty();
        assertThat(Tile.between(0, checkpoint.size())).isNotEmpty();
    }

    @Test
    void aReceiptProvesItselfAndAChangedOneDoesNot() throws Exception {
        var followed = accepted();
        var no = followed.no();
        var citizen = followed.citizen();
        var page = citizen.get("/track/" + no).body();
        assertThat(page).contains("/track/" + no + "/receipts/0.html");
        var links = new ArrayList<String>();
        var matcher =
                java.util.regex.Pattern.compile("/track/" + no + "/receipts/[0-9]+\\.html")
                        .matcher(page);
        while (matcher.find()) {
            links.add(matcher.group());
        }
        assertThat(links).hasSizeGreaterThan(1);
        var policy = LogPolicy.parse(fetch("/log/policy"));
        for (var link : links) {
            var html = citizen.bytes(link).body();
            var receipt = ReceiptHtml.read(html);
            assertThat(receipt.check(policy).verdict().missing()).as(link).isEmpty();
            var text = new String(html, StandardCharsets.UTF_8);
            var proof = citizen.get(link.replace(".html", ".tlog-proof")).body();
            assertThat(text).contains(proof.lines().skip(1).findFirst().orElseThrow());
            var changed =
                    ReceiptHtml.read(
                            text.replaceFirst(
                                            "&quot;k&quot;:&quot;case", "&quot;k&quot;:&quot;cast")
                                    .getBytes(StandardCharsets.UTF_8));
            assertThat(changed.check(policy).verdict().proved()).as(link).isFalse();
        }
        // The holder sees his own name in it, the log holds only its digest.
        var own = ReceiptHtml.read(citizen.bytes(links.getLast()).body());
        assertThat(own.disclosures()).isNotEmpty();
        assertThat(EntryReader.read(own.entry()).toString()).doesNotContain("星辰");
    }

    /// No browser knows ML-DSA yet, and one unknown key on the list makes the whole receipt unusable there.
    @Test
    void whomAReceiptReliesOnABrowserCanCheck() throws Exception {
        var followed = accepted();
        var html = followed.citizen().bytes("/track/" + followed.no() + "/receipts/0.html").body();
        for (var text :
                List.of(
                        ReceiptHtml.read(html).policy(),
                        followed.citizen().get("/log/policy").body())) {
            var policy = LogPolicy.parse(text.getBytes(StandardCharsets.UTF_8));
            assertThat(policy.logs())
                    .isNotEmpty()
                    .allMatch(log -> log.key().type() == SignatureType.ED25519);
            assertThat(policy.witnesses().values())
                    .hasSize(2)
                    .allMatch(w -> w.key().type() == SignatureType.ED25519_COSIGNATURE);
        }
    }

    @Test
    void aReceiptAskedForAtOnceIsSealedForIt() throws Exception {
        var applied = api.apply("shenruoxi", api.power, Api.MATERIALS);
        var no = applied.path("no").asString();
        var citizen = follower(no, applied.path("queryCode").asString());
        assertThat(citizen.get("/track/" + no + "/receipts/0.html").statusCode()).isEqualTo(200);
    }

    @Test
    void aStrangerGetsNoReceiptAndNobodyGetsOneOfAnInnerStep() throws Exception {
        var followed = accepted();
        var no = followed.no();
        var stranger = new Browser(port);
        assertThat(stranger.get("/track/" + no + "/receipts/0.html").statusCode()).isEqualTo(404);
        // The second event opens a step.
        for (int seq : List.of(1, 999)) {
            assertThat(
                            followed.citizen()
                                    .get("/track/" + no + "/receipts/" + seq + ".html")
                                    .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theServerChecksWhereTheBrowserCannot() throws Exception {
        var followed = accepted();
        var no = followed.no();
        var citizen = followed.citizen();
        var html = citizen.bytes("/track/" + no + "/receipts/0.html").body();
        assertThat(checked(html)).contains("已证明").contains("ledger.qinglan.example/330899/");
        assertThat(checked("nonsense".getBytes(StandardCharsets.UTF_8))).contains("这不是回执或者凭证码");
        assertThat(checked(new byte[0])).contains("请选择回执文件");
    }

    private String checked(byte[] file) throws Exception {
        var browser = new Browser(port);
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--guiju\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                                + Browser.token(browser.get("/verify"))
                                + "\r\n--guiju\r\nContent-Disposition: form-data; name=\"receipt\"; filename=\"r.html\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--guiju--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                        HttpRequest.newBuilder(browser.at("/verify"))
                                .header("Content-Type", "multipart/form-data; boundary=guiju")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())))
                .body();
    }

    /// Every entry of the log that is written now, as the server hands them out.
    private String entries() throws Exception {
        int year = year();
        long size = Checkpoint.of(SignedNote.parse(fetch("/log/" + year + "/checkpoint"))).size();
        var all = new StringBuilder();
        for (long first = 0; first < size; first += Tile.FULL) {
            var tile = Tile.holding(Tile.ENTRIES, first, size);
            var bundle = fetch("/log/" + year + "/" + tile.path());
            EntryBundle.read(bundle, tile.width(), tile.path())
                    .forEach(e -> all.append(new String(e, StandardCharsets.UTF_8)).append('\n'));
        }
        return all.toString();
    }

    @Test
    void ofAnAttemptTheLogShowsADigestAndNoMore() throws Exception {
        var no = api.accepted();
        refused(
                api.act("shenruoxi", no, "appoint-pair", Api.pair("p-shenruoxi", "p-limin")),
                "ROLE_HELD");
        sealed();
        var before = api.get("yanzhengqing", "/api/v1/attempts?person=p-shenruoxi").body().path(0);
        assertThat(before.path("matter").asString()).isNotEmpty();
        assertThat(entries())
                .contains("case.accepted")
                .doesNotContain("attempt.refused")
                .doesNotContain("ROLE_HELD");
    }

    /// 200 strings that nobody else uses, typed into the fields of 25 applications.
    @Test
    void whatIsPersonalStandsInNoTileNoCheckpointNoLogAndNoServedFile(CapturedOutput output)
            throws Exception {
        var canaries = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            var fields = new java.util.LinkedHashMap<String, Object>();
            fields.putAll(Api.application(api.power, "preparation", List.of()));
            var answers = new java.util.LinkedHashMap<>(Api.answers());
            for (var name : List.of("company-name", "legal-representative", "premises-address")) {
                answers.put(name, canary(canaries));
            }
            fields.put("answers", answers);
            fields.put("applicant", canary(canaries));
            fields.put(
                    "files",
                    Api.MATERIALS.stream()
                            .map(m -> {
                                var file = new java.util.LinkedHashMap<>(Api.file(m));
                                file.put("name", canary(canaries) + ".pdf");
                                return file;
                            })
                            .toList());
            var taken = api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", fields);
            assertThat(taken.status()).as("%s", taken).isEqualTo(201);
            api.done(
                    "shenruoxi",
                    taken.body().path("no").asString(),
                    "accept",
                    Map.of("step", "accept"));
        }
        assertThat(canaries).hasSize(200);
        sealed();
        var year = year();
        var shown =
                List.of(
                        entries(),
                        new String(fetch("/log/" + year + "/checkpoint"), StandardCharsets.UTF_8),
                        new Browser(port).get("/results").body(),
                        new Browser(port).get("/").body(),
                        new Browser(port).get("/api/v1/public/results").body(),
                        output.getAll());
        for (var canary : canaries) {
            assertThat(shown).as(canary).noneMatch(text -> text.contains(canary));
        }
    }

    private static String canary(List<String> canaries) {
        var one = "金丝雀" + UUID.randomUUID().toString().substring(0, 12);
        canaries.add(one);
        return one;
    }

    @Test
    void anythingElseBelowTheLogIsNotThere() throws Exception {
        for (var path :
                List.of(
                        "/log/1999/checkpoint",
                        "/log/2026/tile/0/../checkpoint",
                        "/log/2026/tile/0/000.p/0",
                        "/log/2026/tile/0/00",
                        "/log/2026/tile/..%2f..%2fkeys",
                        "/log/2026/master.key")) {
            assertThat(new Browser(port).get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void anEntryIsProvedOnlyOnceItIsSealed() {
        assertThat(seals.sealed(UUID.randomUUID(), 0)).isEmpty();
        assertThat(seals.state()).isNotInstanceOf(Seals.State.Halted.class);
    }
}
