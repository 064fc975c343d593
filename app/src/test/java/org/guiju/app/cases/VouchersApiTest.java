package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// 应急凭证 by API and page: an act done on a slip while no numbers were given out is entered once, in time or late, and the
/// public can count.
@RunningGuiju
class VouchersApiTest {
    private static final OrganId CULTURE = new OrganId("qinglan-culture");

    @LocalServerPort int port;
    @Autowired NumberedForms forms;
    @Autowired Calendars calendars;
    @Autowired OfficialClock clock;
    @Autowired Rebuild rebuild;

    private Api api = new Api(0);
    private String prefix = "";

    /// A pad of its own for each test, given out a fortnight ago.
    @BeforeEach
    void pad() {
        api = new Api(port);
        prefix = "试" + UUID.randomUUID().toString().substring(0, 6);
        var at = clock.now();
        TestClock.ahead(TestClock.ahead().plusDays(14));
        var denied =
                forms.issue(
                        CULTURE,
                        new NumberedForms.Pad(
                                NumberedForm.Kind.VOUCHER,
                                new PersonId("p-shenruoxi"),
                                prefix,
                                1,
                                5),
                        Stamp.own(at, "p-wuxiaodie", UUID.randomUUID()));
        assertThat(denied).isEmpty();
    }

    @AfterEach
    void now() {
        TestClock.ahead(java.time.Duration.ZERO);
    }

    private String number(int n) {
        return NumberedForm.number(prefix, n);
    }

    private Api.Answer accept(String no, int n, LocalDate given) {
        return api.act(
                "shenruoxi",
                no,
                "accept",
                Map.of("step", "accept", "voucher", number(n), "voucherDay", given.toString()));
    }

    private JsonNode published(int n) {
        var all = api.get("citizen", "/api/v1/public/vouchers").body().path("entered");
        for (var slip : all) {
            if (slip.path("number").asString().equals(number(n))) {
                return slip;
            }
        }
        throw new AssertionError(number(n) + " is not among " + all);
    }

    @Test
    void anActDoneOnASlipIsEnteredOnceAndThePublicSeesIt()
            throws IOException, InterruptedException {
        var no = api.received();
        assertThat(accept(no, 1, clock.today()).status()).isEqualTo(200);
        var slip = published(1);
        assertThat(slip.path("act").asString()).isEqualTo("case.accepted");
        assertThat(slip.path("late").asBoolean()).isFalse();
        assertThat(slip.path("enteredOn").asString()).isEqualTo(clock.today().toString());
        var again = api.received();
        var refused = accept(again, 1, clock.today());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("VOUCHER_UNUSED");
        assertThat(api.open(again)).containsExactly("accept");

        var desk = Clerk.signedIn(port, "shenruoxi");
        assertThat(desk.get("/desk/pads/" + enc(number(1))).body())
                .contains("应急凭证", number(1), no, "交付");
        assertThat(desk.get("/desk/pads/" + enc(number(1)) + "/slips").body())
                .contains("青岚县文化和旅游局", number(2))
                .doesNotContain(">" + number(1) + "<");
        var open = new Browser(port);
        assertThat(open.get("/vouchers?number=" + enc(number(1))).body())
                .contains("按期补录", number(1));
        assertThat(open.get("/vouchers?number=" + enc(number(2))).body()).contains("尚未补录");
        assertThat(open.get("/vouchers?number=nothing").body()).contains("没有发出过这个编号的凭证");
    }

    @Test
    void whatIsEnteredAfterOneWorkingDayIsTakenAndCountedAsLate() {
        var no = api.received();
        var given = clock.today();
        while (calendars.current().plusWorkingDays(given, 1).compareTo(clock.today()) >= 0) {
            given = given.minusDays(1);
        }
        assertThat(accept(no, 1, given).status()).isEqualTo(200);
        assertThat(published(1).path("late").asBoolean()).isTrue();
        var organs = api.get("citizen", "/api/v1/public/vouchers").body().path("organs");
        assertThat(organs)
                .anySatisfy(o -> {
                    assertThat(o.path("organ").asString()).isEqualTo(CULTURE.value());
                    assertThat(o.path("late").asInt()).isPositive();
                    assertThat(o.path("issued").asInt())
                            .isEqualTo(
                                    List.of("inTime", "late", "spoilt", "returned", "out").stream()
                                            .mapToInt(n -> o.path(n).asInt())
                                            .sum());
                });
    }

    @Test
    void whatIsNoVoucherOfTheOfficeOrHasNoPossibleDayIsRefusedAndNothingHappens() {
        var no = api.received();
        var other =
                api.act(
                        "shenruoxi",
                        no,
                        "accept",
                        Map.of(
                                "step", "accept",
                                "voucher", "城凭000001",
                                "voucherDay", clock.today().toString()));
        assertThat(other.code()).isEqualTo("VOUCHER_OF_THE_OFFICE");
        assertThat(other.body().path("remedy").asString()).contains("凭证");
        assertThat(accept(no, 1, clock.today().plusDays(1)).code()).isEqualTo("VOUCHER_DAY");
        assertThat(accept(no, 1, clock.today().minusDays(15)).code()).isEqualTo("VOUCHER_DAY");
        var without =
                api.act("shenruoxi", no, "accept", Map.of("step", "accept", "voucher", number(1)));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body().path("faults").path(0).path("field").asString())
                .isEqualTo("voucherDay");
        assertThat(api.open(no)).containsExactly("accept");
        assertThat(forms.vouchers(CULTURE)).contains(number(1));
    }

    @Test
    void anApplicationTakenInOnASlipIsEnteredWithItsDayAndReason() {
        var body =
                new HashMap<String, Object>(
                        Api.application(Api.POWER, "preparation", List.of(Api.file("charter"))));
        var day = clock.today().minusDays(6);
        body.put("receivedOn", day.toString());
        body.put("voucher", number(4));
        var without = api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", body);
        assertThat(without.code()).isEqualTo("LATE_ENTRY_EXPLAINED");
        assertThat(forms.vouchers(CULTURE)).contains(number(4));
        body.put("lateReason", "停电两日，凭应急凭证收件");
        var key = UUID.randomUUID();
        var taken = api.post("shenruoxi", key, "/api/v1/applications", body);
        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        var no = taken.body().path("no").asString();
        assertThat(api.read(no).path("receivedOn").asString()).isEqualTo(day.toString());
        assertThat(published(4).path("act").asString()).isEqualTo("case.application-received");
        assertThat(api.post("shenruoxi", key, "/api/v1/applications", body).body())
                .as("asked again, the same answer")
                .isEqualTo(taken.body());
        body.put("receivedOn", "gestern");
        var wrong = api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", body);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("faults").path(0).path("field").asString())
                .isEqualTo("receivedOn");
    }

    @Test
    void ofTwoWhoEnterOneSlipAtOnceOneIsRefused() {
        var cases = List.of(api.received(), api.received());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    cases.stream()
                            .map(no ->
                                    CompletableFuture.supplyAsync(
                                            () -> accept(no, 3, clock.today()), pool))
                            .toList();
            assertThat(answers.stream().map(a -> a.join().status()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void theBooksComeOutTheSameWhenTheyAreReplayed() {
        assertThat(accept(api.received(), 1, clock.today()).status()).isEqualTo(200);
        assertThat(rebuild.run())
                .filteredOn(t -> t.table().equals("numbered_form"))
                .singleElement()
                .matches(Rebuild.Compared::same);
    }

    private static String enc(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
