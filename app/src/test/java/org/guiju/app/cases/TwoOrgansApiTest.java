package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// A power that the culture bureau shares with urban management of county and city, published as a text and run by API.
@RunningGuiju
class TwoOrgansApiTest extends OnTheApi {
    private static final String CODE = "330899-WL-XK-9951";
    private static final OrganId URBAN = new OrganId("qinglan-urban");
    private static final OrganId CITY = new OrganId("qushan-urban");
    private static final Path TEXT =
            Path.of(
                    "../formats/src/test/resources/org/guiju/formats/definition/parallel-two-organs.yaml");

    private String text() throws Exception {
        return Files.readString(TEXT)
                .replaceFirst("(?m)^power: .*$", "power: " + CODE)
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + clock.today());
    }

    private Stamp stamp() {
        return Stamp.own(clock.now(), "demo", UUID.randomUUID());
    }

    private void officer(OrganId organ, String name, String... roles) {
        var person = new PersonId("p-" + name);
        appointments.appoint(
                new Officer(person, organ, name, new Text("科员", "Officer")),
                "审批科",
                List.of(roles),
                LocalDate.of(2026, 1, 5),
                stamp());
        appointments.qualify(
                organ,
                new Roster.Qualification(
                        person, "urban-enforcement", LocalDate.of(2026, 1, 5), null),
                stamp());
        accounts.addOfficer(name, "qinglan-2026", person, name);
    }

    /// The organs and officers that the county does not have yet, and the power.
    private void publish() throws Exception {
        var there = allocation.organs().stream().map(Organ::id).toList();
        for (var organ : List.of(URBAN, CITY)) {
            if (!there.contains(organ)) {
                var name = new Text("城市管理机关 " + organ, "Urban management " + organ);
                appointments.establish(
                        new Organ(organ, Organ.Kind.BUREAU, null, name, "城管路 1 号", "0570-0000200"),
                        stamp());
            }
        }
        if (allocation.officers(CITY).stream().noneMatch(o -> o.name().equals("cityone"))) {
            officer(URBAN, "urbanone", "inspector", "reviewer");
            officer(URBAN, "urbantwo", "inspector", "reviewer");
            officer(CITY, "cityone", "opinion-officer");
        }
        Publishing.publish(port, text());
    }

    private String accepted() {
        var files = new ArrayList<Map<String, String>>();
        List.of("programme", "plan").forEach(m -> files.add(Api.file(m)));
        var taken =
                api.post(
                        "shenruoxi",
                        UUID.randomUUID(),
                        "/api/v1/applications",
                        Map.of(
                                "power",
                                CODE,
                                "situation",
                                "outdoor-show",
                                "channel",
                                "hall",
                                "applicant",
                                "青岚演出公司",
                                "answers",
                                Map.of(
                                        "organiser", "青岚演出公司",
                                        "phone", "0570-5550001",
                                        "road-section", "文昌路 1 号至 9 号",
                                        "show-day", clock.today().plusDays(60).toString()),
                                "files",
                                files));
        assertThat(taken.status()).as("%s", taken).isEqualTo(201);
        var no = taken.body().path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        return no;
    }

    @Test
    @Requirement(value = "A57", level = Level.API, fault = "any step takes acts, open or not")
    @Requirement(
            value = "D24",
            level = Level.API,
            fault = "an acceptance opens the first of the steps that it leads to")
    void bothOrgansBeginAtOnceAndEachStepWaitsForTheOneBeforeIt() throws Exception {
        publish();
        var no = accepted();
        assertThat(api.open(no)).containsExactlyInAnyOrder("culture-review", "road-survey");
        assertThat(Clerk.signedIn(port, "limin").allPages("/desk")).contains(no);
        assertThat(Clerk.signedIn(port, "urbanone").allPages("/desk")).contains(no);
        assertThat(api.read(no).path("promise").path("days").asInt())
                .as("3 beside 2 + 2 + 2, then 1 + 1: the longer branch, not the sum of both")
                .isEqualTo(8);

        var pair = Map.of("step", "road-review", "a", "p-urbanone", "b", "p-urbantwo");
        refused(api.act("urbanone", no, "appoint-pair", pair), "STEP_OPEN");
        var opinion = Map.of("step", "city-opinion", "agrees", "yes", "opinion", "同意占用");
        refused(api.act("cityone", no, "give-organ-opinion", opinion), "STEP_OPEN");
        api.done(
                "urbanone",
                no,
                "record-inspection",
                Map.of(
                        "step", "road-survey",
                        "inspectors", List.of("p-urbanone", "p-urbantwo"),
                        "verdicts", Map.of("road-width", "met"),
                        "measured", Map.of("road-width", "5"),
                        "report", "剩余宽度 5 米"));
        api.done("urbantwo", no, "sign-inspection", Map.of("step", "road-survey"));
        assertThat(api.open(no)).containsExactlyInAnyOrder("culture-review", "road-review");
        refused(api.act("cityone", no, "give-organ-opinion", opinion), "STEP_OPEN");
        api.done("urbanone", no, "appoint-pair", pair);
    }

    @Test
    @Requirement(
            value = "A58",
            level = Level.PAGE,
            fault = "a parallel limit added to the sum; then parts and whole no longer compared")
    void eachLevelHasItsOwnLimitAndTheSumIsTheWhole() throws Exception {
        publish();
        var page = new Browser(port).get("/powers/" + CODE).body();
        var rows = page.substring(page.indexOf("aria-labelledby=\"steps\"")).split("<tr>");
        for (var step : List.of("城管现场勘查", "城管部门审查", "市级部门意见")) {
            assertThat(rows)
                    .as(step)
                    .anySatisfy(row ->
                            assertThat(row)
                                    .containsPattern("^<th scope=\"row\">\\d+ " + step + "</th>")
                                    .contains("2 工作日"));
        }
        assertThat(page).contains("8 个工作日");
        var limits = page.substring(page.indexOf("aria-labelledby=\"limits\""));
        var levels = limits.substring(0, limits.indexOf("</table>")).replaceAll("<[^>]+>", " ");
        assertThat(levels.substring(levels.indexOf("各层级时限")).replaceAll("\\s+", " "))
                .as("4 + 2 + 2 = 8; the culture bureau's own 3 run beside them")
                .containsPattern("机关 qinglan-urban 城管现场勘查 2，城管部门审查 2 4 个工作日")
                .containsPattern("机关 qushan-urban 市级部门意见 2 2 个工作日")
                .containsPattern("青岚县文化和旅游局 联合会商 1，决定 1 2 个工作日")
                .contains("合计（承诺时限） 8 个工作日");
        assertThat(limits).contains("同时进行、不另计时间：文化部门审查 3");
        var form = "/catalog/powers/new";
        var city = "organ: qushan-urban\n        limit: { n: 2,";
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var longer =
                clerk.multipart(
                        form,
                        form,
                        Map.of("text", text().replace(city, city.replace("n: 2", "n: 3"))));
        assertThat(longer.statusCode()).isEqualTo(400);
        assertThat(longer.body()).contains("各环节时限相加是 9，承诺是 8");
        var none =
                clerk.multipart(
                        form,
                        form,
                        Map.of(
                                "text",
                                text().replace(
                                                city + " unit: working-day }\n",
                                                "organ: qushan-urban\n        counts: false\n")));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("由其他机关办理的环节“市级部门意见”没有自己的时限");
    }
}
