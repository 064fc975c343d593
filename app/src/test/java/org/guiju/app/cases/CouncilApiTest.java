package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;

/// 例会决议入案 by API: a regular meeting resolves on cases by their numbers, and each case takes its resolution in.
@RunningGuiju
class CouncilApiTest extends OnTheApi {
    private static final OrganId BUREAU = new OrganId("qinglan-chengguan");
    private static final Map<String, Object> FINE = Street.sanction("occupy", "ordinary", "3000");

    private Api.Answer meeting(String user, String path, Map<String, ?> body) {
        return api.post(user, UUID.randomUUID(), "/api/v1/meetings" + path, body);
    }

    private Api.Answer act(String user, String id, String name, Map<String, ?> body) {
        var answer = meeting(user, "/" + id + "/commands/" + name, body);
        assertThat(answer.status()).as("%s by %s: %s", name, user, answer).isEqualTo(200);
        return answer;
    }

    private String convened(String user, String kind, String chair, List<String> members) {
        var answer =
                meeting(
                        user,
                        "",
                        Map.of(
                                "kind",
                                kind,
                                "day",
                                clock.today().toString(),
                                "time",
                                "9:00",
                                "place",
                                "二楼会议室",
                                "chair",
                                chair,
                                "members",
                                members));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private static Map<String, Object> item(String sort, String no, String amount) {
        var item = new LinkedHashMap<String, Object>();
        item.put("sort", sort);
        item.put("matter", no);
        item.put("title", "审议 " + no);
        item.put("proposal", "同意承办意见");
        item.put("amount", amount);
        return item;
    }

    private static String user(String person) {
        return person.substring(2);
    }

    /// All members come, speak and vote for it, the chair last; and all sign.
    private void held(String id, List<String> members, List<String> checks, int items) {
        var chair = user(members.getLast());
        act(chair, id, "open", Map.of("present", members, "absent", List.of()));
        for (int no = 1; no <= items; no++) {
            for (var member : members) {
                act(user(member), id, "speak", Map.of("no", no, "text", "同意"));
            }
            for (var member : members) {
                act(user(member), id, "vote", Map.of("no", no, "vote", "for", "dissent", ""));
            }
            for (var question : checks) {
                act(chair, id, "check", Map.of("no", no, "question", question, "answer", "yes"));
            }
            act(chair, id, "close-item", Map.of("no", no));
        }
        var digest = act(chair, id, "close", Map.of()).body().path("digest").asString();
        for (var member : members) {
            act(user(member), id, "sign", Map.of("digest", digest));
        }
    }

    private Api.Answer take(String user, String no, String step, String resolution) {
        return api.act(user, no, "take-resolution", Map.of("step", step, "resolution", resolution));
    }

    @Test
    @Requirement(
            value = "C32",
            level = Level.API,
            fault = "a section meeting counts without a resolution that governs the case")
    void aRegularMeetingResolvesOnTwoCasesAndEachTakesItsOwnResolutionIn() throws Exception {
        var one = api.toSection();
        var two = api.toSection();
        var id = convened("luosiyuan", "section", "p-wangli", Api.SECTION);
        act("luosiyuan", id, "place", item("licence-case", one, ""));
        act("luosiyuan", id, "place", item("licence-case", two, ""));
        refused(take("luosiyuan", one, "section-meeting", id + "-1"), "RESOLUTION_GOVERNS");
        held(id, Api.SECTION, List.of("procedure", "conditions", "materials", "limits"), 2);
        refused(api.act("linshufen", one, "decide", Api.decision(true)), "STEP_OPEN");
        refused(take("luosiyuan", one, "section-meeting", id + "-2"), "RESOLUTION_GOVERNS");
        var desk = Clerk.signedIn(port, "luosiyuan");
        assertThat(
                        desk.get(
                                        "/desk/cases/"
                                                + one
                                                + "/acts/take-resolution?step=section-meeting")
                                .body())
                .contains(id + "-1");
        assertThat(take("luosiyuan", one, "section-meeting", id + "-1").status()).isEqualTo(200);
        assertThat(take("luosiyuan", two, "section-meeting", id + "-2").status()).isEqualTo(200);
        assertThat(api.open(one)).containsExactly("joint-review");
        assertThat(desk.get("/desk/cases/" + one).body()).contains("会议决议 " + id + "-1");
        // One resolution serves one step, and the next step wants a meeting of others.
        refused(take("hejingyi", one, "joint-review", id + "-1"), "RESOLUTION_GOVERNS");
    }

    @Test
    @Requirement(
            value = "D16",
            level = Level.API,
            fault = "the amount that was voted on is not compared with the decision")
    @Requirement(
            value = "C43",
            level = Level.API,
            fault = "the amount that was voted on is not compared with the decision")
    void thePenaltyIsWhatTheHeadsResolvedAndTheirChiefWaitsForThem() {
        var street = new Street(api);
        var no = street.reviewed(street.filed(), FINE);
        refused(api.act("niezhiyuan", no, "decide-penalty", Street.decision(FINE)), "STEP_OPEN");
        var id = convened("maxiulan", "case-hearing", "p-niezhiyuan", Street.HEADS);
        act("maxiulan", id, "place", item("penalty-case", no, "2500"));
        held(id, Street.HEADS, List.of("procedure", "evidence", "discretion", "rights"), 1);
        refused(
                api.act(
                        "panwenjing",
                        no,
                        "take-resolution",
                        Street.with(Map.of("step", "committee", "resolution", id + "-1"), FINE)),
                "BOUND_TO_RESOLUTION");
        assertThat(take("panwenjing", no, "committee", id + "-1").status()).isEqualTo(200);
        refused(
                api.act("niezhiyuan", no, "decide-penalty", Street.decision(FINE)),
                "BOUND_TO_RESOLUTION");
        var again = convened("maxiulan", "case-hearing", "p-niezhiyuan", Street.HEADS);
        act("maxiulan", again, "place", item("penalty-case", no, "2500"));
        var resolved = Street.sanction("occupy", "ordinary", "2500");
        refused(
                api.act("niezhiyuan", no, "decide-penalty", Street.decision(resolved)),
                "CHIEF_AWAITS_MEETING");
        act("maxiulan", again, "cancel", Map.of("reason", "已有决议"));
        assertThat(api.act("niezhiyuan", no, "decide-penalty", Street.decision(resolved)).status())
                .isEqualTo(200);
    }

    /// Members of the joint review, of this test alone.
    private void reviewer(String name) {
        var person = new PersonId("p-" + name);
        if (allocation.officer(person).isEmpty()) {
            appointments.appoint(
                    new Officer(person, BUREAU, name, new Text("会审成员", "Member")),
                    "办公室",
                    List.of("joint-member"),
                    clock.today(),
                    Stamp.own(clock.now(), "demo", UUID.randomUUID()));
            accounts.addOfficer(name, "qinglan-2026", person, name);
        }
    }

    /// The rule is in force on one day alone, which no other test has.
    @Test
    @Requirement(
            value = "D18",
            level = Level.API,
            fault = "a resolution of any kind of meeting serves as the joint review's")
    void withTheRuleOnEveryPenaltyWaitsForTheJointReviewAndWithoutItNoneDoes() {
        TestClock.ahead(Duration.ofDays(287));
        var day = clock.today().toString();
        reviewer("huishenyi");
        reviewer("huishener");
        var street = new Street(api);
        var free = street.resolved(street.filed(), FINE);
        var no = street.resolved(street.filed(), FINE);
        assertThat(api.act("niezhiyuan", free, "decide-penalty", Street.decision(FINE)).status())
                .isEqualTo(200);
        var rule =
                Map.of(
                        "kind", "joint-review",
                        "number", "城管〔2026〕7号",
                        "title", "会审会规则",
                        "from", day,
                        "until", day);
        assertThat(meeting("panwenjing", "/rules/procedure", rule).status()).isEqualTo(204);
        var decision = Street.decision(FINE);
        refused(api.act("niezhiyuan", no, "decide-penalty", decision), "JOINT_REVIEW_FIRST");
        // Another meeting is no joint review.
        var members = List.of("p-huishenyi", "p-huishener", "p-niezhiyuan");
        var other = convened("maxiulan", "case-hearing", "p-niezhiyuan", Street.HEADS);
        act("maxiulan", other, "place", item("penalty-case", no, "3000"));
        held(other, Street.HEADS, List.of("procedure", "evidence", "discretion", "rights"), 1);
        refused(api.act("niezhiyuan", no, "decide-penalty", decision), "JOINT_REVIEW_FIRST");
        // Nor is one whose minutes are not signed.
        var id = convened("panwenjing", "joint-review", "p-niezhiyuan", members);
        act("panwenjing", id, "place", item("penalty-case", no, "3000"));
        assertThat(api.act("niezhiyuan", no, "decide-penalty", decision).status()).isEqualTo(409);
        held(id, members, List.of("procedure", "conditions", "materials", "limits"), 1);
        assertThat(api.act("niezhiyuan", no, "decide-penalty", decision).status()).isEqualTo(200);
        // The day after, the rule is no longer in force.
        var late = street.resolved(street.filed(), FINE);
        refused(api.act("niezhiyuan", late, "decide-penalty", decision), "JOINT_REVIEW_FIRST");
        TestClock.ahead(Duration.ofDays(288));
        assertThat(api.act("niezhiyuan", late, "decide-penalty", decision).status()).isEqualTo(200);
    }

    /// Against the head himself the others resolve, without him; what they say is done, once.
    @Test
    void theHeadStepsBackByAResolutionThatWasVotedOnWithoutHim() throws Exception {
        var no = api.paired();
        var head = "p-chenyuanshan";
        var asked = Map.of("person", head, "reason", "与申请人系亲属");
        api.done("shenruoxi", no, "seek-recusal", asked);
        var granted = new LinkedHashMap<String, Object>();
        granted.put("person", head);
        granted.put("granted", "yes");
        granted.put("reason", "属实，应当回避");
        granted.put("successor", "");
        refused(api.act("chenyuanshan", no, "decide-recusal", granted), "NOT_ON_ONESELF");
        refused(api.act("linshufen", no, "decide-recusal", granted), "RECUSAL_OF_HEAD_BY_MEETING");
        // A meeting with him in the chair is none without him.
        var own = convened("luosiyuan", "joint-review", head, Api.JOINT);
        act("luosiyuan", own, "place", item("licence-case", no, ""));
        held(own, Api.JOINT, List.of("procedure", "conditions", "materials", "limits"), 1);
        granted.put("resolution", own + "-1");
        refused(api.act("linshufen", no, "decide-recusal", granted), "RECUSAL_OF_HEAD_BY_MEETING");
        var others = List.of("p-limin", "p-zhouqihang", "p-luosiyuan", "p-wangli");
        var id = convened("luosiyuan", "section", "p-wangli", others);
        act("luosiyuan", id, "place", item("licence-case", no, ""));
        granted.put("resolution", id + "-1");
        refused(api.act("linshufen", no, "decide-recusal", granted), "RECUSAL_OF_HEAD_BY_MEETING");
        held(id, others, List.of("procedure", "conditions", "materials", "limits"), 1);
        var denied = new LinkedHashMap<>(granted);
        denied.put("granted", "no");
        refused(api.act("linshufen", no, "decide-recusal", denied), "RECUSAL_OF_HEAD_BY_MEETING");
        api.done("linshufen", no, "decide-recusal", granted);
        assertThat(api.get("limin", "/api/v1/cases/" + no + "/recusals").body().toString())
                .contains("granted", id + "-1");
        assertThat(Clerk.signedIn(port, "limin").get("/desk/cases/" + no).body())
                .contains("属实，应当回避");
    }
}
