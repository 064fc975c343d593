package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Fees by API and page: a power without a standard, one with 50 yuan, a waiver, a refund, the books.
@RunningGuiju
class FeesApiTest extends OnTheApi {
    private static final String CODE = "330899-WL-XK-9701";
    private static final String DECIDER = "linshufen";
    private static final Path TEXT =
            Path.of(
                    "../formats/src/main/resources/org/guiju/formats/definition/shipped/wangba-licence.yaml");
    private Api paying = new Api(0);

    @BeforeEach
    void aPowerWithAFee() throws Exception {
        Publishing.publish(
                port,
                Files.readString(TEXT)
                        .replaceFirst("(?m)^power: .*$", "power: " + CODE)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today())
                        .replaceFirst("(?m)^fees: .*$", "fees: { fen: 5000, basis: reg-4 }"));
        paying = new Api(port, CODE);
    }

    private Api.Answer fee(String user, String no, String act, Map<String, String> fields) {
        return api.post(
                user, UUID.randomUUID(), "/api/v1/cases/" + no + "/fee/commands/" + act, fields);
    }

    private Map<String, String> payment(String yuan, String receipt) {
        return Map.of("amount", yuan, "day", clock.today().toString(), "receipt", receipt);
    }

    private static void done(Api.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private String receipt() {
        return "ZJ" + UUID.randomUUID().toString().substring(0, 12);
    }

    @Test
    @Requirement(
            value = "C24",
            level = Level.API,
            fault = "the amount not compared with the standard")
    void withoutAStandardNothingIsTakenAndWithOneOnlyItsAmount() throws Exception {
        var free = api.received();
        refused(fee("limin", free, "charge", Map.of("amount", "50.00")), "FEE_IN_DEFINITION");
        refused(fee("limin", free, "pay", payment("50.00", receipt())), "FEE_IN_DEFINITION");
        assertThat(Clerk.signedIn(port, "limin").get("/desk/cases/" + free + "/fee").body())
                .contains("不得收取任何费用")
                .doesNotContain("fee/pay");
        var no = paying.received();
        refused(fee("limin", no, "pay", payment("50.00", receipt())), "FEE_CHARGED");
        refused(fee("limin", no, "charge", Map.of("amount", "49.99")), "FEE_IS_THE_STANDARD");
        refused(fee("limin", no, "charge", Map.of("amount", "50.01")), "FEE_IS_THE_STANDARD");
        done(fee("limin", no, "charge", Map.of("amount", "50.00")));
        refused(fee("limin", no, "charge", Map.of("amount", "50.00")), "FEE_ONCE");
        refused(fee("limin", no, "pay", payment("49.99", receipt())), "FEE_IS_THE_STANDARD");
        refused(fee("limin", no, "pay", payment("50.01", receipt())), "FEE_IS_THE_STANDARD");
        refused(fee("limin", no, "pay", payment("50.00", " ")), "FEE_RECEIPT");
        var receipt = receipt();
        done(fee("limin", no, "pay", payment("50.00", receipt)));
        var second = paying.received();
        done(fee("limin", second, "charge", Map.of("amount", "50")));
        refused(fee("limin", second, "pay", payment("50.00", receipt)), "FEE_RECEIPT_ONCE");
        assertThat(api.get("limin", "/api/v1/attempts?person=p-limin").body().toString())
                .contains("FEE_IN_DEFINITION");
        assertThat(fee("niezhiyuan", no, "charge", Map.of("amount", "50")).status()).isEqualTo(403);
    }

    @Test
    void aWaiverNamesItsLawAndARefundIsNoMoreThanWasPaid() {
        var waived = paying.received();
        done(fee("limin", waived, "charge", Map.of("amount", "50")));
        var waiver = new HashMap<>(Map.of("reason", "低保家庭"));
        refused(fee(DECIDER, waived, "waive", waiver), "WAIVER_HAS_BASIS");
        waiver.put("law", "并不存在的办法");
        waiver.put("article", "第一条");
        refused(fee(DECIDER, waived, "waive", waiver), "WAIVER_HAS_BASIS");
        waiver.put("law", "互联网上网服务营业场所管理条例");
        waiver.put("article", "第四条");
        refused(fee("limin", waived, "waive", waiver), "FEE_DECIDER");
        done(fee(DECIDER, waived, "waive", waiver));
        var paid = paying.received();
        done(fee("limin", paid, "charge", Map.of("amount", "50")));
        var number = receipt();
        done(fee("limin", paid, "pay", payment("50.00", number)));
        var refund = new HashMap<>(payment("50.01", receipt()));
        refund.put("reason", "撤回申请");
        refused(fee(DECIDER, paid, "refund", refund), "REFUND_OF_WHAT_WAS_PAID");
        refund.put("amount", "50.00");
        done(fee(DECIDER, paid, "refund", refund));
        var owing = paying.received();
        done(fee("limin", owing, "charge", Map.of("amount", "50")));
        var span = "?from=" + clock.today() + "&until=" + clock.today();
        var books = api.get("limin", "/api/v1/fees" + span).body();
        long sum = 0;
        for (var name : new String[] {"waived", "paid"}) {
            sum += books.path("total").path(name).asLong();
        }
        assertThat(books.path("total").path("receivable").asLong() - sum)
                .isEqualTo(books.path("owed").asLong())
                .isGreaterThanOrEqualTo(5000);
        var ours =
                api.post(
                        "limin",
                        UUID.randomUUID(),
                        "/api/v1/fees/reconcile",
                        Map.of("list", number + ",49.00\nNEW-0001,1"));
        assertThat(ours.body().toString())
                .contains(
                        "{\"number\":\"" + number + "\",\"ours\":5000,\"theirs\":4900}",
                        "{\"number\":\"NEW-0001\",\"ours\":0,\"theirs\":100}");
    }

    @Test
    void thePagesChargeRecordAndShowTheBooks() throws Exception {
        var no = paying.received();
        var here = "/desk/cases/" + no + "/fee";
        var clerk = Clerk.signedIn(port, "limin");
        assertThat(clerk.get(here).body()).contains("50.00", "开具应收");
        var charge = Map.of("amount", "50.00", "command", UUID.randomUUID().toString());
        assertThat(clerk.post(here, here + "/charge", charge).statusCode()).isEqualTo(302);
        var pay = Map.of("amount", "五十", "command", UUID.randomUUID().toString());
        var wrong = clerk.post(here, here + "/pay", pay);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("五十", "请写日期");
        assertThat(clerk.get("/desk/fees").body()).contains(no, "欠缴");
        assertThat(clerk.get("/desk/fees/export.csv").body()).contains(no + "," + CODE);
        assertThat(clerk.get("/desk/fees?from=abc").statusCode()).isEqualTo(200);
        assertThat(clerk.get("/desk/fees?organ=qinglan-market").statusCode()).isEqualTo(403);
        var compared = clerk.post("/desk/fees", "/desk/fees/reconcile", Map.of("list", "A-1,1"));
        assertThat(compared.body()).contains("A-1", "不一致");
    }
}
