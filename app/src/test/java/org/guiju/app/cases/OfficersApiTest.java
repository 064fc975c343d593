package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// Who handles a case: certified, deputising, first, last to speak.
@RunningGuiju
class OfficersApiTest extends OnTheApi {

    private Stamp stamp() {
        return Stamp.own(clock.now(), "demo", UUID.randomUUID());
    }

    private String inspector(String name) {
        var person = new PersonId("p-" + name);
        if (allocation.officers(ORGAN).stream().noneMatch(o -> o.person().equals(person))) {
            appointments.appoint(
                    new Officer(person, ORGAN, "新任核查员", new Text("核查员", "Inspector")),
                    "文化市场科",
                    List.of("inspector"),
                    LocalDate.of(2026, 1, 5),
                    stamp());
            accounts.addOfficer(name, "qinglan-2026", person, "新任核查员");
        }
        return name;
    }

    @Test
    @Requirement(value = "B26", level = Level.API, fault = "INSPECTORS_QUALIFIED taken out")
    void nobodyInspectsWithoutAValidCertificate() {
        var name = inspector("xinren");
        var person = new PersonId("p-" + name);
        var no = api.reviewed();
        var visit = Api.inspection("p-limin", "p-" + name);
        refused(api.act("limin", no, "record-inspection", visit), "INSPECTORS_QUALIFIED");
        appointments.qualify(
                ORGAN,
                new Roster.Qualification(
                        person, "culture-enforcement", clock.today(), clock.today().plusDays(2)),
                stamp());
        var late = api.reviewed();
        api.done("limin", no, "record-inspection", visit);
        TestClock.ahead(Duration.ofDays(3));
        refused(api.act("limin", late, "record-inspection", visit), "INSPECTORS_QUALIFIED");
    }

    private Clerk clerkTells(Map<String, String> absence, int status) throws Exception {
        var clerk = Clerk.signedIn(port, "zhengwenbo");
        var form = new HashMap<>(absence);
        form.put("command", UUID.randomUUID().toString());
        assertThat(clerk.post("/catalog/organs", "/catalog/organs/absences", form).statusCode())
                .isEqualTo(status);
        return clerk;
    }

    @Test
    @Requirement(
            value = "B47",
            level = Level.PAGE,
            fault = "tasks of the absent not shown to the deputy; then the deputy may not act")
    @Requirement(
            value = "B49",
            level = Level.PAGE,
            fault = "tasks of the absent not shown to the deputy; then the deputy may not act")
    void whoIsAwayNamesADeputyToWhomTheTasksGoAndTheTraceSaysForWhom() throws Exception {
        // Two years on, so that no other test meets the absence.
        var ahead = Duration.ofDays(800);
        TestClock.ahead(ahead);
        var no = api.paired();
        var decided = api.toDecide(true);
        var deputy = Clerk.signedIn(port, "fengyinuo");
        var other = Clerk.signedIn(port, "gaojianye");
        var today = clock.today().toString();
        var limin = Map.of("person", "p-limin", "from", today, "until", today);
        clerkTells(limin, 400);
        refused(api.act("fengyinuo", no, "give-opinion", api.opinion(Api.STANDARDS)), "ROLE_HELD");
        assertThat(deputy.allPages("/desk")).doesNotContain(no);
        assertThat(other.allPages("/desk")).doesNotContain(decided);

        var withDeputy = new HashMap<>(limin);
        withDeputy.put("deputy", "p-fengyinuo");
        clerkTells(withDeputy, 302);
        clerkTells(
                Map.of(
                        "person",
                        "p-linshufen",
                        "deputy",
                        "p-gaojianye",
                        "from",
                        today,
                        "until",
                        today),
                302);
        assertThat(deputy.allPages("/desk")).contains(no);
        assertThat(other.allPages("/desk")).contains(decided);
        api.done("fengyinuo", no, "give-opinion", api.opinion(Api.STANDARDS));
        assertThat(deputy.get("/desk/cases/" + no + "?tab=log").body())
                .contains("冯一诺代李敏提交 A 角审查意见");
        api.done("gaojianye", decided, "decide", Api.decision(true));

        TestClock.ahead(ahead.plusDays(1));
        var next = api.paired();
        refused(
                api.act("fengyinuo", next, "give-opinion", api.opinion(Api.STANDARDS)),
                "ROLE_HELD");
    }

    @Test
    @Requirement(
            value = "B48",
            level = Level.PAGE,
            fault = "the last acting officer shown as first handler")
    void theFirstHandlerStaysShownToTheEnd() throws Exception {
        var no = api.received();
        var reader = Clerk.signedIn(port, "limin");
        var shown = "首办责任人 <span lang=\"zh-CN\">沈若溪</span>";
        assertThat(reader.get("/desk/cases/" + no).body()).contains(shown);
        api.done("fengyinuo", no, "accept", Map.of("step", "accept"));
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        assertThat(reader.get("/desk/cases/" + no).body()).contains(shown);
        api.done("shenruoxi", no, "withdraw", Map.of("reason", "不办了"));
        assertThat(reader.get("/desk/cases/" + no).body()).contains(shown).contains("申请人撤回");
    }

    @Test
    @Requirement(value = "B27", level = Level.API, fault = "CHIEF_SPEAKS_LAST taken out")
    void theChiefSpeaksWhenEverybodyElseHasSpoken() {
        var no = api.toSection();
        var first = Api.minutes("section-meeting", "p-wangli", Api.SECTION.reversed(), true);
        refused(api.act("luosiyuan", no, "record-meeting", first), "CHIEF_SPEAKS_LAST");
        var silent = new HashMap<>(Api.minutes("section-meeting", "p-wangli", Api.SECTION, true));
        silent.put("statements", Map.of("p-limin", "同意", "p-wangli", "同意"));
        refused(api.act("luosiyuan", no, "record-meeting", silent), "EVERY_MEMBER_SPEAKS");
        api.done(
                "luosiyuan",
                no,
                "record-meeting",
                Api.minutes("section-meeting", "p-wangli", Api.SECTION, true));
    }
}
