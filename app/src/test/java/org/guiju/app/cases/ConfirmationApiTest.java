package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.powers.application.PublishDefinition;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A text waits for a second person before it drives cases.
@RunningGuiju
class ConfirmationApiTest extends OnTheApi {
    private static final String FORM = "/catalog/powers/new";
    private static final String SUBMIT = "/catalog/powers/submit";
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([^\"]+)\"");

    @Autowired EventStore events;

    private String text(String code, String retention) {
        return Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                .replaceFirst("(?m)^power: .*$", "power: " + code)
                .replaceFirst("(?m)^version: .*$", "version: 1")
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today())
                .replaceFirst("(?m)^retention: .*$", "retention: " + retention);
    }

    private static String digest(String page) {
        var digest = DIGEST.matcher(page);
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    private void drivesNoCase(String code) throws Exception {
        refused(api.tryToApply("shenruoxi", code, List.of()), "POWER_LISTED");
        var citizen = new Browser(port);
        assertThat(citizen.get("/powers/" + code).statusCode()).isEqualTo(404);
        assertThat(citizen.get("/powers/" + code + "/apply").statusCode()).isIn(404, 409);
        assertThat(citizen.get("/powers.json").body()).doesNotContain(code);
    }

    @Test
    @Requirement(
            value = "A56",
            level = Level.PAGE,
            fault = "the one who submitted may confirm; then a submitted text counts as published")
    void aTextDrivesCasesOnlyWhenASecondPersonHasConfirmedIt() throws Exception {
        var code = "330899-WL-XK-9956";
        var text = text(code, "10y");
        var clerk = Clerk.signedIn(port, Publishing.CLERK);
        assertThat(clerk.multipart(FORM, SUBMIT, Map.of("text", text)).statusCode()).isEqualTo(302);
        var list = clerk.get("/catalog/powers").body();
        assertThat(list).contains("已提交，等待另一人确认").contains("待确认的文本").contains("郑文博");
        drivesNoCase(code);

        var draft = "/catalog/powers/drafts/" + code + "/1";
        var mine = clerk.get(draft).body();
        assertThat(mine).contains("须由另一人确认").contains("何静怡").doesNotContain("确认并公布");
        var confirmer = Clerk.signedIn(port, Publishing.CONFIRMER);
        var digest = digest(confirmer.get(draft).body());
        var own = clerk.post(draft, draft + "/confirm", Map.of("digest", digest));
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("提交人不能确认自己提交的文本").contains("审核确认由另一人办理");
        assertThat(
                        api.get("zhengwenbo", "/api/v1/attempts?person=p-zhengwenbo")
                                .body()
                                .path(0)
                                .toString())
                .contains("SECOND_PERSON_CONFIRMS")
                .contains(code);
        var outsider = Clerk.signedIn(port, "limin");
        assertThat(outsider.post(draft, draft + "/confirm", Map.of("digest", digest)).statusCode())
                .isEqualTo(403);
        drivesNoCase(code);

        var done = confirmer.post(draft, draft + "/confirm", Map.of("digest", digest));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(new Browser(port).get("/powers/" + code).statusCode()).isEqualTo(200);
        assertThat(api.tryToApply("shenruoxi", code, List.of()).status()).isEqualTo(201);
        assertThat(confirmer.get(draft).statusCode()).isEqualTo(404);
        assertThat(events.read(PublishDefinition.stream(code)))
                .extracting(EventEntry::kind, EventEntry::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("power.submitted", "p-zhengwenbo"),
                        org.assertj.core.groups.Tuple.tuple("power.confirmed", "p-hejingyi"),
                        org.assertj.core.groups.Tuple.tuple("power.published", "p-hejingyi"));
    }

    @Test
    void whatIsConfirmedIsTheTextThatWasLookedAt() throws Exception {
        var code = "330899-WL-XK-9957";
        var clerk = Clerk.signedIn(port, Publishing.CLERK);
        clerk.multipart(FORM, SUBMIT, Map.of("text", text(code, "10y")));
        var draft = "/catalog/powers/drafts/" + code + "/1";
        var confirmer = Clerk.signedIn(port, Publishing.CONFIRMER);
        var seen = digest(confirmer.get(draft).body());
        clerk.multipart(FORM, SUBMIT, Map.of("text", text(code, "30y")));
        var late = confirmer.post(draft, draft + "/confirm", Map.of("digest", seen));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("待确认的文本已被替换");
        assertThat(new Browser(port).get("/powers/" + code).statusCode()).isEqualTo(404);
    }

    @Test
    void theApiIsTheSameDoor() throws Exception {
        var code = "330899-WL-XK-9958";
        var text = text(code, "10y");
        assertThat(api.text("limin", "/api/v1/definitions", text).status()).isEqualTo(403);
        var broken = api.text("zhengwenbo", "/api/v1/definitions", text.replace("fees: none", ""));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body().path("problems").path(0).path("message").asString())
                .contains("收费标准");
        var submitted = api.text("zhengwenbo", "/api/v1/definitions", text);
        assertThat(submitted.status()).isEqualTo(202);
        assertThat(submitted.body().path("submittedBy").asString()).isEqualTo("p-zhengwenbo");
        assertThat(api.get("hejingyi", "/api/v1/definitions/drafts").body().toString())
                .contains(code);
        var confirm = "/api/v1/definitions/" + code + "/1/commands/confirm";
        var seen = Map.of("digest", submitted.body().path("digest").asString());
        refused(api.post("zhengwenbo", UUID.randomUUID(), confirm, seen), "SECOND_PERSON_CONFIRMS");
        drivesNoCase(code);
        var confirmed = api.post("hejingyi", UUID.randomUUID(), confirm, seen);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body().path("state").asString()).isEqualTo("published");
        refused(api.post("hejingyi", UUID.randomUUID(), confirm, seen), "DRAFT_WAITS");
    }

    @Test
    void whatTheExaminationFindsUnlawfulIsConfirmedByNobody() throws Exception {
        var code = "330899-WL-XK-9959";
        var text = text(code, "10y").replace("by: discipline-group-4", "by: qinglan-culture");
        var submitted = api.text("zhengwenbo", "/api/v1/definitions", text);
        assertThat(submitted.status()).isEqualTo(202);
        var draft = "/catalog/powers/drafts/" + code + "/1";
        var confirmer = Clerk.signedIn(port, Publishing.CONFIRMER);
        assertThat(confirmer.get(draft).body()).contains("监督机关就是行权机关自己");
        var confirm = "/api/v1/definitions/" + code + "/1/commands/confirm";
        var seen = Map.of("digest", submitted.body().path("digest").asString());
        var refused = api.post("hejingyi", UUID.randomUUID(), confirm, seen);
        refused(refused, "NO_ERROR_FOUND");
        assertThat(refused.body().toString()).contains("GJ-I01");
        var page = confirmer.post(draft, draft + "/confirm", seen);
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("制度审查有错误，不能确认").contains("GJ-I01");
        drivesNoCase(code);
        assertThat(confirmer.get(draft).statusCode()).isEqualTo(200);
    }
}
