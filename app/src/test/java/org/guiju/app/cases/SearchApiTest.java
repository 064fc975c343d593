package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.Erasure;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// 检索: a case is found by its party, however the name is typed, and by what was written in it; by its officers and nobody else.
@RunningGuiju
class SearchApiTest extends OnTheApi {
    @Autowired CaseQuery query;
    @Autowired CaseDesk cases;
    @Autowired Erasure erasure;
    @Autowired TransactionTemplate transactions;

    private List<String> found(String user, String text) {
        var numbers = new java.util.ArrayList<String>();
        var q = URLEncoder.encode(text, StandardCharsets.UTF_8);
        api.get(user, "/api/v1/cases?size=100&q=" + q)
                .body()
                .path("rows")
                .forEach(r -> numbers.add(r.path("no").asString()));
        return numbers;
    }

    /// A street case of a man with this name.
    private String registered(String name) {
        var clue = new HashMap<>(Street.clue("ordinary", true));
        clue.put("applicant", name);
        return api.post("caoyang", UUID.randomUUID(), "/api/v1/clues", clue)
                .body()
                .path("no")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"单楚岳", "单楚", "楚岳", "scy", "SCY", "dcy", "ｓｃｙ", "cy"})
    void aPersonIsFoundByNameAndByInitialsThoughTheListMasksHim(String typed) {
        var no = registered("单楚岳");
        var rows = api.get("caoyang", "/api/v1/cases?q=" + no).body().path("rows");
        assertThat(rows.path(0).path("applicantMasked").asString()).doesNotContain("楚岳");
        assertThat(found("caoyang", typed)).contains(no);
    }

    @ParameterizedTest
    @ValueSource(strings = {"单岳楚", "sdy", "楚", "%", "_", "''", "~scy", "\\"})
    void whatIsNotHisNameDoesNotFindHim(String typed) {
        var no = registered("单楚岳");
        assertThat(found("caoyang", typed)).doesNotContain(no);
    }

    @Test
    void aNumberFindsItsCaseAndNoneWhoseTextsHaveTheSameDigits() {
        var no = registered("单楚岳");
        var other = api.toDecide(true);
        var decision = new HashMap<>(Api.decision(true));
        decision.put("reasons", "参照 " + no + " 号案卷，符合条件");
        api.done("linshufen", other, "decide", decision);
        assertThat(found("caoyang", no)).containsExactly(no);
        assertThat(found("limin", no)).isEmpty();
    }

    @Test
    void whatWasWrittenFindsTheCaseAndThePageSaysWhere() throws Exception {
        var no = api.toDecide(true);
        var decision = new HashMap<>(Api.decision(true));
        decision.put("reasons", "消防通道贯通且净宽达标，准予筹建");
        api.done("linshufen", no, "decide", decision);
        assertThat(found("limin", "通道贯通且净宽")).containsExactly(no);
        assertThat(found("limin", "净宽不达标")).doesNotContain(no);
        var q = URLEncoder.encode("净宽达标", StandardCharsets.UTF_8);
        var page = Clerk.signedIn(port, "limin").get("/desk/cases?state=all&q=" + q).body();
        assertThat(page).contains(no, "写在：决定");
        assertThat(found("caoyang", "通道贯通且净宽")).isEmpty();
        assertThat(new Browser(port).get("/results?q=" + q).body()).doesNotContain(no);
    }

    @Test
    void asWhatAHasWrittenIsNotFoundBeforeBHasWrittenToo() {
        var no = api.paired();
        var opinion = new HashMap<>(api.opinion(Api.STANDARDS));
        opinion.put("note", "场地租约仅剩十一个月");
        api.done("limin", no, "give-opinion", opinion);
        assertThat(found("zhouqihang", "租约仅剩十一个月")).isEmpty();
        api.done("zhouqihang", no, "give-opinion", api.opinion(Api.STANDARDS));
        assertThat(found("zhouqihang", "租约仅剩十一个月")).containsExactly(no);
    }

    @Test
    void whoIsErasedIsFoundNoMore() {
        var no = registered("单楚岫");
        assertThat(found("caoyang", "单楚岫")).containsExactly(no);
        var file = cases.file(query.byNo(no).orElseThrow()).orElseThrow();
        var subject = file.state().opening().applicant().subject();
        transactions.executeWithoutResult(_ -> erasure.erase(subject));
        assertThat(found("caoyang", "单楚岫")).isEmpty();
        assertThat(found("caoyang", "dcx")).doesNotContain(no);
    }
}
