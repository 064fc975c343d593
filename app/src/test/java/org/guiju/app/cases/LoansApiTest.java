package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;

/// Whom an organ borrows so that duties can be kept apart, and what it keeps apart itself.
@RunningGuiju
class LoansApiTest extends OnTheApi {
    private static final OrganId LENDER = new OrganId("qinglan-chengguan");

    private Api.Answer act(String user, OrganId organ, String act, Map<String, ?> fields) {
        var path = "/api/v1/organs/" + organ + "/separation/commands/" + act;
        return api.post(user, UUID.randomUUID(), path, fields);
    }

    private Map<String, String> asking(String role) {
        var fields = new HashMap<String, String>();
        fields.put("lender", LENDER.value());
        fields.put("person", "p-jieyong");
        fields.put("role", role);
        fields.put("powers", Api.POWER);
        fields.put("reason", "本科只有一名审查人员");
        fields.put("from", clock.today().toString());
        fields.put("last", clock.today().plusMonths(3).toString());
        return fields;
    }

    private void lentOfficer() {
        var person = new PersonId("p-jieyong");
        if (allocation.officer(person).isEmpty()) {
            appointments.appoint(
                    new Officer(person, LENDER, "解勇", new Text("法制员", "Legal officer")),
                    "法制科",
                    List.of("legal-reader"),
                    LocalDate.of(2026, 1, 5),
                    Stamp.own(clock.now(), "demo", UUID.randomUUID()));
            accounts.addOfficer("jieyong", "qinglan-2026", person, "解勇");
        }
    }

    @Test
    void aReviewerIsBorrowedWithTheSisterOrgansConsentForOnePowerUntilADay() throws Exception {
        lentOfficer();
        var no = api.accepted();
        var pair = Api.pair("p-limin", "p-jieyong");
        assertThat(api.act("limin", no, "appoint-pair", pair).status()).isEqualTo(409);
        assertThat(act("limin", ORGAN, "ask", asking("reviewer")).status()).isEqualTo(403);
        refused(act("baiqinghe", ORGAN, "ask", asking("decider")), "LENT_FOR_CHECKS");
        var long_ = asking("reviewer");
        long_.put("last", clock.today().plusYears(1).plusDays(1).toString());
        refused(act("baiqinghe", ORGAN, "ask", long_), "LOAN_ENDS");
        var stranger = asking("reviewer");
        stranger.put("person", "p-limin");
        refused(act("baiqinghe", ORGAN, "ask", stranger), "LENT_BY_SISTER");
        var bad = asking("reviewer");
        bad.put("last", "soon");
        assertThat(act("baiqinghe", ORGAN, "ask", bad).body().path("field").asString())
                .isEqualTo("last");

        var asked = act("baiqinghe", ORGAN, "ask", asking("reviewer"));
        assertThat(asked.status()).as("%s", asked).isEqualTo(200);
        var borrowed = asked.body().path("borrowed");
        var id = borrowed.path(borrowed.size() - 1).path("id").asString();
        assertThat(api.act("limin", no, "appoint-pair", pair).status()).isEqualTo(409);
        var loan = Map.of("loan", id);
        assertThat(act("baiqinghe", ORGAN, "agree", loan).status()).isEqualTo(403);
        var lender = Clerk.signedIn(port, "zhongyuling");
        assertThat(lender.get("/catalog/separation").body()).contains("解勇", "同意出借", "等待对方单位同意");
        assertThat(act("zhongyuling", ORGAN, "agree", loan).status()).isEqualTo(200);
        refused(act("zhongyuling", ORGAN, "agree", loan), "LOAN_WAITS");
        api.done("limin", no, "appoint-pair", pair);
        api.done("jieyong", no, "give-opinion", api.opinion(Api.STANDARDS));
        assertThat(act("zhongyuling", ORGAN, "end", loan).status()).isEqualTo(200);
        assertThat(Clerk.signedIn(port, "baiqinghe").get("/catalog/separation").body())
                .contains("借入人员", "解勇", "提出借用", "法定的职责分离");
        assertThat(
                        Clerk.signedIn(port, "limin")
                                .get("/catalog/separation/" + ORGAN + "/loans.csv")
                                .body())
                .contains("解勇", "已同意");
    }

    @Test
    void whatAnOrganKeepsApartBesidesTheLawIsRefusedFromItsDayOn() {
        var organ = new OrganId("qinglan-chengguan");
        var rule =
                Map.of(
                        "one", "file",
                        "other", "collect",
                        "basis", "《内部控制办法》第三条",
                        "from", clock.today().toString());
        assertThat(act("baiqinghe", organ, "keep-apart", rule).status()).isEqualTo(403);
        var same = new HashMap<>(rule);
        same.put("other", "file");
        assertThat(act("zhongyuling", organ, "keep-apart", same).status()).isEqualTo(422);
        assertThat(act("zhongyuling", organ, "keep-apart", rule).body().path("added").toString())
                .contains("FILE", "COLLECT");
    }
}
