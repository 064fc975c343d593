package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
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
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who holds the steps of a power: named persons in each, three different hands over all of them.
@RunningGuiju
class PowerStructureApiTest extends OnTheApi {
    private static final OrganId UNIT = new OrganId("qinglan-three-hands");
    private static final String CODE = "330899-WL-XK-8401";

    private Stamp stamp() {
        return Stamp.own(clock.now(), "demo", UUID.randomUUID());
    }

    private void serve(String name, List<String> roles, String section) {
        var person = new PersonId("p-" + name);
        appointments.appoint(
                new Officer(person, UNIT, name, new Text("工作人员", "Officer")),
                section,
                roles,
                LocalDate.of(2026, 1, 5),
                stamp());
        accounts.addOfficer(name, "qinglan-2026", person, name);
    }

    private JsonNode structure() {
        return api.get("limin", "/api/v1/authority/" + CODE).body();
    }

    /// In force at a bureau of its own in which nobody decides.
    private void published() {
        appointments.establish(
                new Organ(
                        UNIT,
                        Organ.Kind.BUREAU,
                        null,
                        new Text("青岚县三手示例局", "Three-hand bureau of Qinglan"),
                        "青岚县",
                        "0570-5550001"),
                stamp());
        var text =
                Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                        .replaceFirst("(?m)^power: .*$", "power: " + CODE)
                        .replaceFirst("(?m)^version: .*$", "version: 1")
                        .replaceFirst("(?m)^organ: .*$", "organ: " + UNIT)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
        var roles =
                Pattern.compile("role: ([a-z-]+)")
                        .matcher(text)
                        .results()
                        .map(r -> r.group(1))
                        .filter(r -> !r.equals("decider"))
                        .distinct()
                        .toList();
        serve("three-one", roles, "受理科");
        serve("three-two", List.of("window"), "窗口");
        serve("three-clerk", List.of("catalogue-clerk"), "办公室");
        serve("three-chief", List.of("catalogue-confirmer"), "办公室");
        var submitted = api.text("three-clerk", "/api/v1/definitions", text);
        assertThat(submitted.status()).as("%s", submitted).isEqualTo(202);
        var confirmed =
                api.post(
                        "three-chief",
                        UUID.randomUUID(),
                        "/api/v1/definitions/" + CODE + "/1/commands/confirm",
                        Map.of("digest", submitted.body().path("digest").asString()));
        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
    }

    @Test
    @Requirement(
            value = "B2",
            level = Level.PAGE,
            fault = "steps in which nobody acts left out of the findings")
    @Requirement(
            value = "B63",
            level = Level.PAGE,
            fault = "no hand-over followed from a step to the next")
    void aStepWithoutAnIncumbentIsReportedAndThreeHandsHoldAPowerWithLinksFromOneToTheNext()
            throws Exception {
        published();
        assertThat(structure().path("findings").toString())
                .contains("NO_INCUMBENT\",\"about\":\"decide\"");
        var officer = Clerk.signedIn(port, "limin");
        var address = "/catalog/authority/" + CODE;
        assertThat(officer.get(address).body()).contains("环节没有承办人", "decide");

        serve("three-three", List.of("decider"), "法规科");
        var filled = structure();
        assertThat(filled.path("findings").toString())
                .doesNotContain("\"decide\"")
                .doesNotContain("NOT_THREE_HOLDERS");
        var holders = filled.path("holders");
        var hands = new HashSet<String>();
        assertThat(holders.path("execution").toString()).contains("three-one", "three-two");
        assertThat(holders.path("decision").toString()).contains("three-three");
        assertThat(holders.path("supervision").toString()).contains("严正清");
        for (var aspect : List.of("decision", "execution", "supervision")) {
            assertThat(holders.path(aspect).size()).as(aspect).isPositive();
            hands.add(holders.path(aspect).toString());
        }
        assertThat(hands).hasSize(3);
        assertThat(filled.path("handovers").toString())
                .contains("\"to\":\"decide\"", "\"from\":\"decide\"");
        var page = officer.get(address).body();
        assertThat(page).contains("移交", "three-three", "严正清");
        var links =
                Pattern.compile("href=\"#(s[0-9]+)\"")
                        .matcher(page)
                        .results()
                        .map(r -> r.group(1))
                        .distinct()
                        .toList();
        assertThat(links).hasSizeGreaterThan(3);
        assertThat(links).allSatisfy(l -> assertThat(page).contains("id=\"" + l + "\""));
        assertThat(Clerk.signedIn(port, "limin").get("/catalog/authority").body()).contains(CODE);

        // A step of a case names who has it.
        var no = api.received();
        for (int i = 0; i < 2; i++) {
            var steps = api.get("limin", "/api/v1/cases/" + no + "/who-may").body();
            assertThat(steps.size()).as("%s", steps).isPositive();
            var desk = officer.get("/desk/cases/" + no).body();
            steps.forEach(s -> {
                assertThat(s.path("persons").size()).as("%s", s).isPositive();
                s.path("persons")
                        .forEach(p -> assertThat(desk).contains(p.path("name").asString()));
            });
            no = api.reviewed();
        }
    }
}
