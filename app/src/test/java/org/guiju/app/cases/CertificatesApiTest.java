package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// Certificates with kind, area and validity, who hears that they lapse, and units that may not enforce.
@RunningGuiju
class CertificatesApiTest extends OnTheApi {
    private Api.Answer certificate(String user, String organ, String act, Map<String, ?> fields) {
        return api.post(
                user,
                UUID.randomUUID(),
                "/api/v1/organs/" + organ + "/certificates/commands/" + act,
                fields);
    }

    private Map<String, String> fields(String person, String area, LocalDate until) {
        var fields = new HashMap<String, String>();
        fields.put("person", person);
        fields.put("kind", "culture-enforcement");
        fields.put("number", "33-0899-0001");
        fields.put("area", area);
        fields.put("from", clock.today().toString());
        fields.put("until", until.toString());
        return fields;
    }

    private String newcomer(String name) {
        var person = new PersonId("p-" + name);
        if (allocation.officers(ORGAN).stream().noneMatch(o -> o.person().equals(person))) {
            appointments.appoint(
                    new Officer(person, ORGAN, "持证员", new Text("核查员", "Inspector")),
                    "文化市场科",
                    List.of("inspector"),
                    LocalDate.of(2026, 1, 5),
                    stamp());
            accounts.addOfficer(name, "qinglan-2026", person, "持证员");
        }
        return person.value();
    }

    private boolean finds(String code, String finding) {
        return api.get("limin", "/api/v1/authority/" + code)
                .body()
                .path("findings")
                .toString()
                .contains(finding);
    }

    @Test
    @Requirement(
            value = "B58",
            level = Level.API,
            fault = "NOT_ONE_PERSON never asked at the confirmation")
    @Requirement(value = "B40", level = Level.API, fault = "ONE_SECTION never found")
    void aPowerInOneHandIsNotConfirmedAndInOneSectionIsAFindingUntilItIsSplit() {
        var unit = new OrganId("qinglan-one-hand");
        appointments.establish(
                new Organ(
                        unit,
                        Organ.Kind.BUREAU,
                        null,
                        new Text("青岚县独任示例局", "One-hand bureau of Qinglan"),
                        "青岚县",
                        "0570-5550000"),
                stamp());
        var code = "330899-WL-XK-9802";
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + code)
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst("(?m)^organ: .*$", "organ: " + unit)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
        var roles =
                Pattern.compile("role: ([a-z-]+)")
                        .matcher(text)
                        .results()
                        .map(r -> r.group(1))
                        .distinct()
                        .toList();
        serve(unit, "onehand", roles, "办公室");
        serve(unit, "oneclerk", List.of("catalogue-clerk"), "办公室");
        serve(unit, "onechief", List.of("catalogue-confirmer"), "办公室");
        var submitted = api.text("oneclerk", "/api/v1/definitions", text);
        assertThat(submitted.status()).as("%s", submitted).isEqualTo(202);
        var seen = Map.of("digest", submitted.body().path("digest").asString());
        var confirm = "/api/v1/definitions/" + code + "/1/commands/confirm";
        refused(api.post("onechief", UUID.randomUUID(), confirm, seen), "NOT_ONE_PERSON");
        serve(unit, "twohand", List.of("decider"), "办公室");
        assertThat(api.post("onechief", UUID.randomUUID(), confirm, seen).status()).isEqualTo(200);
        assertThat(finds(code, "ONE_SECTION")).isTrue();
        serve(unit, "threehand", List.of("decider"), "法规科");
        assertThat(finds(code, "ONE_SECTION")).isFalse();
    }

    private void serve(OrganId organ, String name, List<String> roles, String section) {
        var person = new PersonId("p-" + name);
        appointments.appoint(
                new Officer(person, organ, name, new Text("工作人员", "Officer")),
                section,
                roles,
                LocalDate.of(2026, 1, 5),
                stamp());
        accounts.addOfficer(name, "qinglan-2026", person, name);
    }

    private Stamp stamp() {
        return Stamp.own(clock.now(), "demo", UUID.randomUUID());
    }

    @Test
    void aCertificateCountsInItsAreaUntilItsLastDayAndIsWarnedOf() throws Exception {
        var person = newcomer("chizheng");
        var visit = Api.inspection("p-limin", person);
        var elsewhere = fields(person, "330899-CG", clock.today().plusDays(20));
        assertThat(certificate("limin", ORGAN.value(), "certify", elsewhere).status())
                .isEqualTo(403);
        assertThat(certificate("baiqinghe", ORGAN.value(), "certify", elsewhere).status())
                .isEqualTo(200);
        var first = api.reviewed();
        refused(api.act("limin", first, "record-inspection", visit), "INSPECTORS_QUALIFIED");
        var here = fields(person, "330899-WL", clock.today().plusDays(1));
        certificate("baiqinghe", ORGAN.value(), "certify", here);
        api.done("limin", first, "record-inspection", visit);
        var list = "/api/v1/organs/" + ORGAN + "/certificates?within=30";
        assertThat(api.get("limin", list).body().toString()).contains("WITHIN_30", person);
        assertThat(Clerk.signedIn(port, "chizheng").get("/desk").body()).contains("执法证件到期", "到期");
        assertThat(Clerk.signedIn(port, "baiqinghe").get("/desk").body()).contains("90 天内到期或者已经过期");
        var page = Clerk.signedIn(port, "baiqinghe");
        assertThat(page.get("/catalog/certificates?within=30").body())
                .contains("330899-WL", "30 天内到期", "登记证件");
        var bad = new HashMap<>(here);
        bad.put("area", "x y");
        bad.put("command", UUID.randomUUID().toString());
        var form = "/catalog/certificates";
        assertThat(page.post(form, form + "/" + ORGAN + "/certify", bad).body())
                .contains("权力编码的前几段", "x y");
        bad.put("area", "");
        bad.put("person", "p-baiqinghe");
        bad.put("command", UUID.randomUUID().toString());
        var own = page.post(form, form + "/" + ORGAN + "/certify", bad);
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(page.get(form + "/" + ORGAN + "/register.csv").body()).contains("33-0899-0001");
        // On its last day it counts, on the next it does not.
        var second = api.reviewed();
        var third = api.reviewed();
        TestClock.ahead(Duration.ofDays(1));
        api.done("limin", second, "record-inspection", visit);
        TestClock.ahead(Duration.ofDays(2));
        refused(api.act("limin", third, "record-inspection", visit), "INSPECTORS_QUALIFIED");
    }

    @Test
    void aWithdrawnCertificateEndsWithItsDay() {
        var person = newcomer("shouhui");
        certificate(
                "baiqinghe",
                ORGAN.value(),
                "certify",
                fields(person, "", clock.today().plusYears(3)));
        var gone = new HashMap<>(Map.of("person", person, "kind", "culture-enforcement"));
        gone.put("last", clock.today().minusDays(1).toString());
        var none = new HashMap<>(gone);
        none.put("kind", "no-such");
        assertThat(certificate("baiqinghe", ORGAN.value(), "withdraw", none).status())
                .isEqualTo(422);
        gone.put("last", clock.today().toString());
        assertThat(certificate("baiqinghe", ORGAN.value(), "withdraw", gone).status())
                .isEqualTo(200);
        var visit = Api.inspection("p-limin", person);
        var no = api.reviewed();
        TestClock.ahead(Duration.ofDays(1));
        refused(api.act("limin", no, "record-inspection", visit), "INSPECTORS_QUALIFIED");
    }

    @Test
    @Requirement(
            value = "B25",
            level = Level.API,
            fault = "ORGAN_MAY_ENFORCE never asked at the confirmation")
    void aPenaltyIsNotGivenToAUnitWithoutQualification() {
        var unit = new OrganId("qinglan-patrol-service");
        if (allocation.organ(unit).isEmpty()) {
            appointments.establish(
                    new Organ(
                            unit,
                            Organ.Kind.BUREAU,
                            null,
                            new Text("青岚县巡查服务中心", "Patrol service of Qinglan"),
                            "青岚县",
                            "0570-5550000",
                            Organ.Nature.AUTHORISED_BODY),
                    stamp());
            serve(unit, "patrolclerk", List.of("personnel", "catalogue-clerk"), "办公室");
            serve(unit, "patrolchief", List.of("catalogue-confirmer"), "办公室");
        }
        var code = "330899-CG-CF-9801";
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("road-penalty.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + code)
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst("(?m)^organ: .*$", "organ: " + unit)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
        var submitted = api.text("patrolclerk", "/api/v1/definitions", text);
        assertThat(submitted.status()).as("%s", submitted).isEqualTo(202);
        var seen = Map.of("digest", submitted.body().path("digest").asString());
        var confirm = "/api/v1/definitions/" + code + "/1/commands/confirm";
        refused(api.post("patrolchief", UUID.randomUUID(), confirm, seen), "ORGAN_MAY_ENFORCE");
        assertThat(api.get("limin", "/api/v1/organs/" + unit + "/certificates").body().toString())
                .contains("\"mayEnforce\":false");
        var basis = Map.of("basis", "《某某条例》第五条", "from", clock.today().toString());
        assertThat(certificate("patrolclerk", unit.value(), "authorise", basis).status())
                .isEqualTo(200);
        assertThat(api.post("patrolchief", UUID.randomUUID(), confirm, seen).status())
                .isEqualTo(200);
    }
}
