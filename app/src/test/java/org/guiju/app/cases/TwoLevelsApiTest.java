package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// A matter of the city that the county accepts, examines and inspects (两级办理), published as a text and run by API.
@RunningGuiju
class TwoLevelsApiTest extends OnTheApi {
    private static final String CODE = "330800-WL-XK-9951";
    private static final OrganId COUNTY = new OrganId("qinglan-urban");
    private static final OrganId CITY = new OrganId("qushan-urban");
    private static final Path TEXT =
            Path.of("../formats/src/test/resources/org/guiju/formats/definition/two-levels.yaml");

    private void officer(OrganId organ, String name, String... roles) {
        var person = new PersonId("p-" + name);
        var stamp = Stamp.own(clock.now(), "demo", UUID.randomUUID());
        appointments.appoint(
                new Officer(person, organ, name, new Text("科员", "Officer")),
                "审批科",
                List.of(roles),
                LocalDate.of(2026, 1, 5),
                stamp);
        appointments.qualify(
                organ,
                new Roster.Qualification(
                        person, "urban-enforcement", LocalDate.of(2026, 1, 5), null),
                stamp);
        accounts.addOfficer(name, "qinglan-2026", person, name);
    }

    private void publish() throws Exception {
        var there = allocation.organs().stream().map(Organ::id).toList();
        for (var organ : List.of(COUNTY, CITY)) {
            if (!there.contains(organ)) {
                var name = new Text("城市管理机关 " + organ, "Urban management " + organ);
                appointments.establish(
                        new Organ(organ, Organ.Kind.BUREAU, null, name, "城管路 1 号", "0570-0000200"),
                        Stamp.own(clock.now(), "demo", UUID.randomUUID()));
            }
        }
        if (allocation.officers(CITY).stream().noneMatch(o -> o.name().equals("levelcity"))) {
            officer(COUNTY, "levelone", "inspector");
            officer(COUNTY, "leveltwo", "inspector");
            officer(CITY, "levelcity", "inspector");
            officer(CITY, "levelother", "inspector");
            officer(CITY, "levelhead", "decider", "head-of-organ", "joint-member");
            officer(CITY, "levelclerk", "catalogue-clerk");
            officer(CITY, "levelconfirmer", "catalogue-confirmer");
            officer(CITY, "levelmember", "joint-member");
            officer(CITY, "levelvoice", "joint-member");
        }
        Publishing.publish(
                port,
                Files.readString(TEXT)
                        .replaceFirst("(?m)^power: .*$", "power: " + CODE)
                        .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today()),
                "levelclerk",
                "levelconfirmer");
    }

    private String accepted() {
        var files = new ArrayList<Map<String, String>>();
        List.of("programme", "plan").forEach(m -> files.add(Api.file(m)));
        var body = new HashMap<String, Object>();
        body.put("power", CODE);
        body.put("situation", "outdoor-show");
        body.put("channel", "hall");
        body.put("applicant", "青岚演出公司");
        body.put(
                "answers",
                Map.of(
                        "organiser", "青岚演出公司",
                        "phone", "0570-5550001",
                        "road-section", "文昌路 1 号至 9 号",
                        "show-day", clock.today().plusDays(60).toString()));
        body.put("files", files);
        var taken = api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", body);
        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        var no = taken.body().path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        return no;
    }

    private static Map<String, Object> inspection(String step, String again, String... inspectors) {
        return Map.of(
                "step",
                step,
                "inspectors",
                List.of(inspectors),
                "verdicts",
                Map.of("road-width", "met"),
                "measured",
                Map.of("road-width", "5"),
                "report",
                "剩余宽度 5 米",
                "again",
                again);
    }

    /// By the county to where the city would inspect again.
    private void inspectedByTheCounty(String no) {
        var pair = Map.of("step", "county-review", "a", "p-limin", "b", "p-zhouqihang");
        api.done("limin", no, "appoint-pair", pair);
        for (var who : List.of("limin", "zhouqihang")) {
            api.done(
                    who,
                    no,
                    "give-opinion",
                    Map.of(
                            "step",
                            "county-review",
                            "verdicts",
                            Map.of(
                                    "programme-clean", "met",
                                    "plan-complete", "met",
                                    "road-width", "met"),
                            "measured",
                            Map.of("road-width", "5")));
        }
        api.done(
                "levelone",
                no,
                "record-inspection",
                inspection("county-survey", "", "p-levelone", "p-leveltwo"));
        api.done("leveltwo", no, "sign-inspection", Map.of("step", "county-survey"));
    }

    @Test
    @Requirement(
            value = "C23",
            level = Level.API,
            fault = "the clock of the case begins anew where another organ takes over")
    @Requirement(
            value = "D25",
            level = Level.API,
            fault = "an inspection by another organ needs no article")
    void oneClockRunsOverBothLevelsAndTheUpperOneInspectsAgainByAnArticleOnly() throws Exception {
        publish();
        var no = accepted();
        var day = api.read(no).path("promise");
        inspectedByTheCounty(no);
        assertThat(api.open(no)).containsExactly("city-survey");
        TestClock.ahead(Duration.ofDays(1));

        var city = new String[] {"p-levelcity", "p-levelother"};
        refused(
                api.act("levelcity", no, "record-inspection", inspection("city-survey", "", city)),
                "INSPECTION_NOT_REPEATED");
        refused(
                api.act(
                        "levelcity",
                        no,
                        "record-inspection",
                        inspection("city-survey", "inst-joint", city)),
                "INSPECTION_NOT_REPEATED");
        var form =
                Clerk.signedIn(port, "levelcity")
                        .get("/desk/cases/" + no + "/acts/record-inspection?step=city-survey")
                        .body();
        assertThat(form)
                .contains("其他机关已经现场核查过", "<option value=\"road-31\"", "《城市道路管理条例》第三十一条第一款")
                .doesNotContain("inst-joint");
        api.done("levelcity", no, "record-inspection", inspection("city-survey", "road-31", city));
        api.done("levelother", no, "sign-inspection", Map.of("step", "city-survey"));
        var present = List.of("p-levelmember", "p-levelvoice", "p-levelhead");
        api.done(
                "levelmember",
                no,
                "record-meeting",
                Api.minutes("consult", "p-levelhead", present, true));
        api.done("levelhead", no, "sign-minutes", Map.of("step", "consult"));
        api.done(
                "levelhead",
                no,
                "decide",
                Map.of("step", "decide", "grant", "yes", "unmet", List.of(), "reasons", "符合条件"));

        var after = api.read(no).path("promise");
        assertThat(after.path("from").asString()).isEqualTo(day.path("from").asString());
        assertThat(after.path("due").asString()).isEqualTo(day.path("due").asString());
        assertThat(after.path("from").asString())
                .as("accepted by the county on this day")
                .isEqualTo(clock.today().minusDays(1).toString());
    }
}
