package org.guiju.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.guiju.app.cases.CasePapers;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.testing.PrintedCode;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A citizen holds his telephone over the code of a notice: the page that opens judges it by itself.
@RunningGuiju
@InChromium
class PaperCodeTest {
    @LocalServerPort int port;
    @Autowired CasePapers papers;
    @Autowired CaseQuery query;
    @Autowired Sequencer sequencer;
    @Autowired Sealer sealer;
    @Autowired Registrar registrar;

    private byte[] notice() {
        try (var desk = new OnTheDesk(port)) {
            var clerk = desk.of("shenruoxi");
            OnTheDesk.intake(clerk);
            clerk.press("收件并出具凭证");
            desk.handle(clerk.main().locator("#no").innerText());
            desk.done("shenruoxi", "受理", OnTheDesk::nothing);
            int done;
            do {
                done = sequencer.sequence();
                sealer.seal();
                done += registrar.register();
            } while (done > 0);
            var id = query.byNo(desk.no()).orElseThrow();
            return papers.open(
                            id,
                            papers.of(id).getFirst().id(),
                            org.guiju.app.cases.CasePapers.Form.PDF)
                    .bytes();
        }
    }

    @Test
    void theAddressInTheCodeOpensAPageThatSaysProvedAndOfABentOneThatItIsNot() throws Exception {
        var code = PrintedCode.read(notice());
        var proof = code.substring(code.indexOf("/v#"));
        try (var citizen = Visitor.onPhone(port)) {
            citizen.go(proof);
            assertThat(verdict(citizen)).contains("已证明", "ledger.qinglan.example/330899/");
            assertThat(citizen.where()).startsWith("/verify#");
            assertThat(citizen.complaints()).isEmpty();
        }
        try (var citizen = Visitor.onPhone(port)) {
            citizen.go(PrintedCode.bent(proof, 60));
            assertThat(verdict(citizen)).contains("未获证明").doesNotContain("已证明");
        }
    }

    private static String verdict(Visitor citizen) {
        var verdict = citizen.page().locator("#verdict:not([hidden])");
        verdict.waitFor();
        return verdict.innerText();
    }
}
