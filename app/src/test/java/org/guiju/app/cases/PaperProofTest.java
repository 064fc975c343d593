package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.PrintedCode;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.ledger.ReceiptQr;
import org.guiju.tools.Guiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// The proof that is printed with a paper: read from the page by a scanner, and judged by others than the server that printed it.
@RunningGuiju
class PaperProofTest extends OnTheApi {
    @Autowired CasePapers papers;
    @Autowired CaseQuery query;
    @Autowired EventStore events;
    @Autowired Sequencer sequencer;
    @Autowired Sealer sealer;
    @Autowired Registrar registrar;
    @TempDir private Path folder;

    private void settled() {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
    }

    private UUID caseOf(String no) {
        return query.byNo(no).orElseThrow();
    }

    private byte[] paper(String no) {
        settled();
        var id = caseOf(no);
        return papers.open(
                        id, papers.of(id).getFirst().id(), org.guiju.app.cases.CasePapers.Form.PDF)
                .bytes();
    }

    /// Exit status of `guiju verify`, and what it says of each code.
    private record Verified(int status, String words) {}

    private Verified verify(List<String> codes) throws Exception {
        var policy =
                Files.writeString(
                        folder.resolve("policy"), new Browser(port).get("/log/policy").body());
        var arguments = new ArrayList<>(List.of("verify", "--policy", policy.toString()));
        arguments.addAll(codes);
        var out = new StringWriter();
        int status =
                Guiju.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(out))
                        .execute(arguments.toArray(String[]::new));
        return new Verified(status, out.toString());
    }

    @Test
    void theCodeOfAnAcceptanceNoticeIsReadFromThePageAndProvesItsEntryWithoutTheServer()
            throws Exception {
        var no = api.accepted();
        var pdf = paper(no);
        var code = PrintedCode.read(pdf);
        assertThat(code).contains("/v#").hasSizeGreaterThan(400);
        var verified = verify(List.of(code));
        assertThat(verified.words()).contains("已证明", "ledger.qinglan.example/330899/");
        assertThat(verified.status()).isZero();

        // It speaks of the very act that the paper rests on.
        var accepted =
                events.read(caseOf(no)).stream()
                        .filter(e -> e.kind().equals("case.accepted"))
                        .findFirst()
                        .orElseThrow();
        var leaf = ReceiptQr.parse(code).leaf();
        assertThat(leaf.bytes()).isEqualTo(Base64.getUrlDecoder().decode(accepted.leafHash()));
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripper();
            reader.setStartPage(document.getNumberOfPages());
            assertThat(reader.getText(document).replaceAll("\\s", ""))
                    .contains("核验页", leaf.base64(), "第" + ReceiptQr.parse(code).index() + "条");
        }
    }

    @Test
    void aCodeWithOneBitTurnedIsRefusedWhereverItIs() throws Exception {
        var code = PrintedCode.read(paper(api.accepted()));
        int bytes = Base64.getUrlDecoder().decode(code.substring(code.indexOf('#') + 1)).length;
        var bent = new ArrayList<String>();
        for (int at = 0; at < bytes; at += 7) {
            bent.add(PrintedCode.bent(code, at));
        }
        assertThat(bent).hasSizeGreaterThan(40);
        assertThat(verify(bent).words()).doesNotContain("已证明");
        bent.add(code);
        assertThat(verify(bent).words()).containsOnlyOnce("已证明");
        assertThat(judged(code)).contains("已证明", "纸");
        assertThat(judged(bent.get(9))).doesNotContain(">已证明<");
    }

    @Test
    void theShortAddressLeadsToThePageThatChecks() throws Exception {
        var answer = new Browser(port).get("/v");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/verify"));
    }

    private String judged(String code) throws Exception {
        var browser = new Browser(port);
        var token = Browser.token(browser.get("/verify"));
        return browser.post("/verify", Map.of("code", code, "_csrf", token)).body();
    }

    /// What is on record is the file with its proof: the page is drawn once and with the paper.
    @Test
    void everyPaperOfACaseCarriesTheProofOfItsOwnAct() throws Exception {
        var no = api.toDecide(true);
        api.done("linshufen", no, "decide", Api.decision(true));
        settled();
        var id = caseOf(no);
        var leaves =
                events.read(id).stream()
                        .map(e -> List.of(Base64.getUrlDecoder().decode(e.leafHash())))
                        .map(l -> new String(l.getFirst(), StandardCharsets.ISO_8859_1))
                        .toList();
        var codes = new ArrayList<String>();
        for (var paper : papers.of(id)) {
            codes.add(
                    PrintedCode.read(
                            papers.open(id, paper.id(), org.guiju.app.cases.CasePapers.Form.PDF)
                                    .bytes()));
        }
        assertThat(codes).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        assertThat(verify(codes).status()).isZero();
        assertThat(codes)
                .extracting(c ->
                        new String(ReceiptQr.parse(c).leaf().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotHaveDuplicates()
                .isSubsetOf(leaves);
    }
}
