package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.documents.application.Registrar;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 不重复填写、不重复提交: what a citizen told before is offered, what the organ issued to him is fetched.
@RunningGuiju
class EarlierCasesTest extends OnTheApi {
    @Autowired Sequencer sequencer;
    @Autowired Sealer sealer;
    @Autowired Registrar registrar;

    /// A decision is fetched by its paper, which goes out once it is sealed.
    private void papersOut() {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
    }

    private String applied() {
        var body =
                new HashMap<>(
                        Api.application(
                                Api.POWER,
                                "preparation",
                                Api.MATERIALS.stream().map(Api::file).toList()));
        body.put("channel", "online");
        var answer = api.post("citizen", UUID.randomUUID(), "/api/v1/applications", body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body().path("no").asString();
    }

    private void granted(String no) {
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.done("zhouqihang", no, "give-opinion", api.opinion(Api.STANDARDS));
        api.toDecide(no, true);
        api.done("linshufen", no, "decide", Api.decision(true));
        papersOut();
    }

    private Browser citizen() throws Exception {
        var browser = new Browser(port);
        var token = Browser.token(browser.get("/login"));
        browser.post(
                "/login",
                Map.of("_csrf", token, "username", "citizen", "password", "qinglan-2026"));
        return browser;
    }

    private static String begun(Browser browser, String situation) throws Exception {
        var start = "/powers/" + Api.POWER + "/apply";
        var begun =
                browser.post(
                        start,
                        Map.of("situation", situation, "_csrf", Browser.token(browser.get(start))));
        assertThat(begun.statusCode()).isEqualTo(302);
        return begun.headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
    }

    @Test
    void whatWasToldIsOfferedAndWhatWasIssuedIsNotAskedFor() throws Exception {
        var no = applied();
        var browser = citizen();
        var early = begun(browser, "final-approval");
        assertThat(browser.get(early).body()).contains("您以前填过的内容").contains(no);
        assertThat(browser.get(early + "/check").body()).doesNotContain("免于提交");
        granted(no);

        var draft = begun(browser, "final-approval");
        var check = browser.get(draft + "/check").body();
        assertThat(check).contains("免于提交").contains("同意筹建的批准文件").contains("/verify/documents/");
        var tasks = browser.get(draft).body();
        assertThat(tasks).doesNotContain("11010519491231002X");
        var taken =
                browser.post(
                        draft + "/earlier", Map.of("_csrf", Browser.token(browser.get(draft))));
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(browser.get(draft + "/check").body()).contains("青岚接口网咖");

        // An agent's own earlier cases are other people's.
        var other = begun(browser, "final-approval");
        var agent = new HashMap<String, String>();
        agent.put("way", "agent");
        agent.put("_csrf", Browser.token(browser.get(other + "/bringing")));
        var missing = browser.post(other + "/bringing", agent);
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("填写代理人姓名或者名称").contains("上传授权委托书");
        assertThat(browser.get(other).body()).doesNotContain("您以前填过的内容");
        assertThat(List.of(no)).isNotEmpty();
    }
}
