package org.guiju.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.shared.PersonId;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A meeting of seven by API, with every shortcut that is refused, and the pages on a phone.
@RunningGuiju
class MeetingsApiTest {
    @LocalServerPort int port;
    @Autowired Allocation allocation;
    @Autowired Appointments appointments;
    @Autowired Accounts accounts;
    @Autowired OfficialClock clock;
    @Autowired Resolutions resolutions;
    @Autowired Attempts attempts;

    private Chamber seven = new Chamber(0, "nowhere");

    @BeforeEach
    void anOrganWithSevenLeaders() {
        seven = new Chamber(port, "chamber").founded(allocation, appointments, accounts, clock);
    }

    private static void refused(Chamber.Answer answer, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("remedy").asString("")).isNotBlank();
        assertThat(answer.body().path("title").asString("")).doesNotContain("{");
    }

    private String inSession(String matter, int... away) {
        var id = seven.convened("case-hearing", clock.today());
        seven.done(id, 3, "place", seven.penalty(matter));
        seven.open(id, away);
        return id;
    }

    private List<Resolution> on(String matter) {
        return resolutions.of(MatterSort.PENALTY_CASE, matter);
    }

    @Test
    @Requirement(
            value = "C27",
            level = Level.API,
            fault = "MATTER_OF_THE_KIND taken out of placing an item on the agenda")
    @Requirement(
            value = "C28",
            level = Level.API,
            fault = "an item closes without the answers of its checklist")
    void aMeetingOfSevenRunsFromTheNoticeToAResolutionThatBindsWhenAllHaveSigned() {
        var id = seven.convened("case-hearing", clock.today());
        refused(
                seven.act(
                        id,
                        3,
                        "place",
                        Map.of(
                                "sort",
                                "personnel",
                                "matter",
                                "R-1",
                                "title",
                                "任免",
                                "proposal",
                                "任命")),
                "MATTER_OF_THE_KIND");
        seven.done(id, 3, "place", seven.penalty("whole"));
        refused(seven.act(id, 1, "remark", Map.of("no", 1, "text", "重罚")), "CHIEF_SILENT_BEFORE");
        seven.done(id, 4, "remark", Map.of("no", 1, "text", "请核实面积"));
        seven.open(id);
        seven.done(
                id, 7, "ask-recusal", Map.of("no", 1, "person", seven.person(7), "reason", "亲属"));
        refused(seven.act(id, 3, "speak", Map.of("no", 1, "text", "意见")), "RECUSAL_SETTLED");
        refused(
                seven.act(
                        id,
                        3,
                        "decide-recusal",
                        Map.of("no", 1, "person", seven.person(7), "granted", true)),
                "RECUSAL_BY_CHAIR");
        seven.done(
                id,
                1,
                "decide-recusal",
                Map.of("no", 1, "person", seven.person(7), "granted", true));
        refused(seven.act(id, 7, "speak", Map.of("no", 1, "text", "意见")), "RECUSED_KEEPS_OUT");
        refused(seven.act(id, 1, "speak", Map.of("no", 1, "text", "我先说")), "CHIEF_LAST");
        seven.speak(id, 2, 3, 4, 5, 6, 1);
        seven.vote(id, "for", 2, 3, 4);
        refused(seven.act(id, 1, "vote", Map.of("no", 1, "vote", "for")), "CHIEF_LAST");
        refused(seven.act(id, 5, "vote", Map.of("no", 1, "vote", "against")), "DISSENT_IN_WORDS");
        seven.vote(id, "against", 5);
        refused(seven.act(id, 1, "close-item", Map.of("no", 1)), "VOTES_COUNTED");
        seven.vote(id, "abstain", 6);
        seven.vote(id, "for", 1);
        refused(seven.act(id, 1, "vote", Map.of("no", 1, "vote", "for")), "ONE_VOTE_EACH");
        refused(seven.act(id, 1, "close-item", Map.of("no", 1)), "CHECKLIST_ANSWERED");
        seven.check(id);
        refused(seven.act(id, 1, "close", Map.of()), "AGENDA_ALL_SETTLED");
        var item = seven.done(id, 1, "close-item", Map.of("no", 1)).path("agenda").get(0);
        assertThat(item.path("outcome").asString()).isEqualTo("carried");
        assertThat(item.path("tally").path("due").asInt()).isEqualTo(6);
        assertThat(item.path("dissents").path(seven.person(5)).asString()).isEqualTo("证据不足");
        var digest = seven.done(id, 1, "close", Map.of()).path("digest").asString();
        assertThat(on("whole")).isEmpty();
        assertThat(
                        resolutions.pending(
                                org.guiju.kernel.meetings.MatterRef.of(
                                                MatterSort.PENALTY_CASE, "whole")
                                        .orElseThrow()))
                .containsExactly(id);
        refused(seven.act(id, 2, "sign", Map.of("digest", "0".repeat(64))), "MINUTES_AS_SEEN");
        for (int seat : new int[] {1, 2, 3, 4, 6, 7}) {
            seven.done(id, seat, "sign", Map.of("digest", digest));
        }
        assertThat(on("whole")).isEmpty();
        refused(seven.act(id, 5, "refuse-to-sign", Map.of("reason", "")), "REFUSAL_WITH_REASON");
        seven.done(id, 5, "refuse-to-sign", Map.of("reason", "保留意见"));
        assertThat(on("whole"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.id()).isEqualTo(id + "-1");
                    assertThat(r.carried()).isTrue();
                    assertThat(r.minutes()).isEqualTo(digest);
                    assertThat(r.votes().votesFor()).isEqualTo(4);
                });
        assertThat(attempts.of(new PersonId(seven.person(1))))
                .anySatisfy(a -> {
                    assertThat(a.matter()).isEqualTo(id);
                    assertThat(a.rules()).contains("CHIEF_SILENT_BEFORE");
                });
    }

    @Test
    @Requirement(
            value = "C78",
            level = Level.API,
            fault = "CHIEF_SILENT_BEFORE taken out of remarks")
    void theChiefSaysNothingOfACaseBeforeTheMeetingAndTheOthersMay() {
        var id = seven.convened("case-hearing", clock.today());
        seven.done(id, 3, "place", seven.penalty("silent"));
        refused(seven.act(id, 1, "remark", Map.of("no", 1, "text", "从重")), "CHIEF_SILENT_BEFORE");
        seven.done(id, 4, "remark", Map.of("no", 1, "text", "请核实面积"));
        assertThat(seven.get(2, "/api/v1/meetings/" + id).body().toString()).doesNotContain("从重");
    }

    @Test
    @Requirement(
            value = "C45",
            level = Level.API,
            fault = "a rule of procedure that has run out still opens the meeting")
    void aLeadershipMeetingNeedsARuleOfProcedureInForce() {
        var own =
                new Chamber(port, "chamber-two").founded(allocation, appointments, accounts, clock);
        refused(own.convene("leadership", clock.today()), "PROCEDURE_IN_FORCE");
        var rule = new LinkedHashMap<String, Object>();
        rule.put("kind", "leadership");
        rule.put("title", "领导班子议事规则");
        rule.put("number", "1号");
        rule.put("from", clock.today().minusDays(9).toString());
        rule.put("until", clock.today().minusDays(1).toString());
        assertThat(own.post(1, "/api/v1/meetings/rules/procedure", rule).status()).isEqualTo(204);
        refused(own.convene("leadership", clock.today()), "PROCEDURE_IN_FORCE");
        rule.remove("until");
        assertThat(own.post(1, "/api/v1/meetings/rules/procedure", rule).status()).isEqualTo(204);
        assertThat(own.convene("leadership", clock.today()).status()).isEqualTo(201);
    }

    @Test
    void anOrganMayBeStricterThanTheLawAndNeverLaxer() {
        var own =
                new Chamber(port, "chamber-three")
                        .founded(allocation, appointments, accounts, clock);
        var policy =
                Map.of(
                        "kind", "section",
                        "quorum", ">1/2",
                        "majority", ">1/2",
                        "days", "0",
                        "number", "2号",
                        "from", clock.today().toString());
        refused(own.post(1, "/api/v1/meetings/rules/policy", policy), "POLICY_NOT_LAXER");
        var stricter = new LinkedHashMap<>(policy);
        stricter.put("quorum", ">=3/4");
        assertThat(own.post(1, "/api/v1/meetings/rules/policy", stricter).status()).isEqualTo(204);
        assertThat(own.get(1, "/api/v1/meetings/kinds").body().get(0).path("quorum").asString())
                .isEqualTo(">=3/4");
    }

    @Test
    void threeOfSevenMakeNoQuorumAndFourDo() {
        var few = inSession("quorum-3", 4, 5, 6, 7);
        seven.speak(few, 2, 3, 1);
        refused(seven.act(few, 2, "vote", Map.of("no", 1, "vote", "for")), "MEETING_QUORUM");
        refused(seven.act(few, 1, "close-item", Map.of("no", 1)), "MEETING_QUORUM");
        refused(seven.act(few, 1, "close", Map.of()), "MEETING_QUORUM");
        var enough = inSession("quorum-4", 5, 6, 7);
        seven.speak(enough, 2, 3, 4, 1);
        seven.vote(enough, "for", 2, 3, 4, 1);
        seven.check(enough);
        assertThat(
                        seven.done(enough, 1, "close-item", Map.of("no", 1))
                                .path("agenda")
                                .get(0)
                                .path("outcome")
                                .asString())
                .isEqualTo("carried");
    }

    @Test
    @Requirement(
            value = "C29",
            level = Level.API,
            fault = "the band of the item is not held against the amount of the resolution")
    @Requirement(
            value = "C41",
            level = Level.API,
            fault = "a negative conclusion of the experts does not bind")
    void whatIsOutsideTheBandOrAgainstTheExpertsIsNotResolvedAndTheAttemptIsSeen() {
        var id = seven.convened("case-hearing", clock.today());
        var item = new LinkedHashMap<>(seven.penalty("band"));
        item.putAll(Map.of("lowest", "200", "highest", "500", "row", "第3档"));
        seven.done(id, 3, "place", item);
        seven.open(id);
        seven.speak(id, 2, 3, 4, 5, 6, 7, 1);
        seven.vote(id, "for", 2, 3, 4, 5, 6, 7, 1);
        seven.check(id);
        refused(seven.act(id, 1, "close-item", Map.of("no", 1)), "RESOLUTION_WITHIN_BAND");
        refused(
                seven.act(id, 1, "amend", Map.of("no", 1, "proposal", "罚款", "amount", "500.01")),
                "RESOLUTION_WITHIN_BAND");
        seven.done(id, 1, "amend", Map.of("no", 1, "proposal", "罚款", "amount", "500"));
        refused(seven.act(id, 1, "close-item", Map.of("no", 1)), "VOTES_COUNTED");
        seven.vote(id, "for", 2, 3, 4, 5, 6, 7, 1);
        seven.done(id, 1, "close-item", Map.of("no", 1));
        var negative = seven.convened("case-hearing", clock.today());
        var against = new LinkedHashMap<>(seven.penalty("experts"));
        against.putAll(Map.of("experts", "negative", "conclusion", "不符合标准"));
        seven.done(negative, 3, "place", against);
        seven.open(negative);
        seven.speak(negative, 2, 3, 4, 5, 6, 7, 1);
        seven.vote(negative, "for", 2, 3, 4, 5, 6, 7, 1);
        seven.check(negative);
        refused(seven.act(negative, 1, "close-item", Map.of("no", 1)), "EXPERT_CONCLUSION_BINDS");
        var log = new ArrayList<String>();
        seven.as("yanzhengqing", "/api/v1/attempts?person=" + seven.person(1))
                .forEach(a ->
                        a.path("rules")
                                .forEach(r ->
                                        log.add(a.path("matter").asString() + " " + r.asString())));
        assertThat(log)
                .contains(id + " RESOLUTION_WITHIN_BAND", negative + " EXPERT_CONCLUSION_BINDS");
    }

    private String outcome(String matter, int votesFor, int... away) {
        var id = inSession(matter, away);
        var there =
                java.util.stream.IntStream.rangeClosed(1, Chamber.SEATS)
                        .filter(s -> java.util.Arrays.stream(away).noneMatch(a -> a == s))
                        .toArray();
        // The chief, seat 1, speaks and votes last.
        for (int i = 1; i <= there.length; i++) {
            seven.speak(id, there[i % there.length]);
        }
        for (int i = 1; i <= there.length; i++) {
            seven.vote(id, i <= votesFor ? "for" : "abstain", there[i % there.length]);
        }
        seven.check(id);
        var item = seven.done(id, 1, "close-item", Map.of("no", 1)).path("agenda").get(0);
        assertThat(item.path("tally").path("abstain").asInt()).isEqualTo(there.length - votesFor);
        return item.path("outcome").asString();
    }

    @Test
    @Requirement(
            value = "C82",
            level = Level.API,
            fault = "the majority is counted of those present")
    void theMajorityIsOfAllWhoShouldAttendAndAnAbstentionIsNoVoteForIt() {
        assertThat(outcome("majority-4-of-7", 4)).isEqualTo("carried");
        assertThat(outcome("majority-3-of-7", 3)).isNotEqualTo("carried");
        assertThat(outcome("majority-3-of-5-of-7", 3, 6, 7)).isNotEqualTo("carried");
    }

    /// The names of what a member and the chair can enter on the page of an item.
    private static List<String> entries(String page) {
        return Pattern.compile("(?:name=\"([a-z]+)|/(?:acts|checks)/?([a-z-]*)\")")
                .matcher(page.substring(page.indexOf("<main")))
                .results()
                .map(m -> m.group(1) == null ? "act " + m.group(2) : m.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    @Requirement(
            value = "C44",
            level = Level.PAGE,
            fault = "the form to vote is left out where a committee meets")
    void theCommitteesFormAsksForTheSameAsTheSectionsMeeting() throws Exception {
        var committee = inSession("same-form");
        var section = seven.convened("section", clock.today());
        var item = new LinkedHashMap<>(seven.penalty("same-form-licence"));
        item.put("sort", "licence-case");
        seven.done(section, 3, "place", item);
        seven.open(section);
        for (int seat : new int[] {2, 1}) {
            var clerk = Clerk.signedIn(port, seven.user(seat));
            var here = entries(clerk.get("/meetings/" + committee + "/items/1").body());
            assertThat(here)
                    .contains("text", "act speak", "act dissent", "act ask-recusal")
                    .isEqualTo(entries(clerk.get("/meetings/" + section + "/items/1").body()));
            seven.speak(committee, seat == 2 ? new int[] {2, 3, 4, 5, 6, 7} : new int[] {1});
            seven.speak(section, seat == 2 ? new int[] {2, 3, 4, 5, 6, 7} : new int[] {1});
            assertThat(entries(clerk.get("/meetings/" + committee + "/items/1").body()))
                    .contains("vote", "dissent", "act vote")
                    .isEqualTo(entries(clerk.get("/meetings/" + section + "/items/1").body()));
        }
    }

    @Test
    void theChecklistIsOneFormAndAConveningWithAWrongDayKeepsWhomItCalls() throws Exception {
        var id = inSession("one-form");
        var chair = Clerk.signedIn(port, seven.user(1));
        var at = "/meetings/" + id + "/items/1";
        assertThat(chair.get(at).body()).contains("answer.procedure", "answer.rights");
        var answers = new LinkedHashMap<String, String>();
        answers.put("no", "1");
        answers.put("command", java.util.UUID.randomUUID().toString());
        for (var question : List.of("procedure", "evidence", "discretion", "rights")) {
            answers.put("answer." + question, "YES");
        }
        chair.post(at, "/meetings/" + id + "/checks", answers);
        assertThat(chair.get(at).body().split("class=\"tag green\"", -1)).hasSize(5);
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("command", java.util.UUID.randomUUID().toString());
        wrong.put("kind", "leadership");
        wrong.put("day", "2026-02-30");
        wrong.put("place", "二楼会议室");
        wrong.put("chair", seven.person(1));
        wrong.put("members", seven.person(3));
        chair.post("/meetings/new?kind=leadership", "/meetings", wrong);
        var again = chair.get("/meetings/new?kind=leadership").body();
        assertThat(again)
                .contains("二楼会议室", "value=\"" + seven.person(1) + "\" selected")
                .containsPattern("value=\"" + seven.person(3) + "\" checked");
    }

    @Test
    void sixteenHandsAtOnceGiveEachMemberOneVote() throws Exception {
        var id = inSession("race");
        seven.speak(id, 2, 3, 4, 5, 6, 7);
        var tries = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            int seat = 2 + i % 4;
            var vote = i < 8 ? "for" : "abstain";
            tries.add(() -> seven.act(id, seat, "vote", Map.of("no", 1, "vote", vote)).status());
        }
        var statuses = new ArrayList<Integer>();
        try (var hands = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> answer : hands.invokeAll(tries)) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(s -> s == 200).count()).isEqualTo(4);
        assertThat(
                        seven.get(1, "/api/v1/meetings/" + id)
                                .body()
                                .path("agenda")
                                .get(0)
                                .path("votes")
                                .size())
                .isEqualTo(4);
    }

    @Test
    void aMemberSpeaksAndVotesOnPagesWithoutAScriptAndReadsTheMinutesAsPdf() throws Exception {
        var id = inSession("pages", 5, 6, 7);
        var at = "/meetings/" + id;
        var member = Clerk.signedIn(port, seven.user(2));
        assertThat(member.get("/meetings").body()).contains(at + "/items/1");
        assertThat(member.get(at).body()).contains("占道经营案");
        member.post(at + "/items/1", at + "/acts/speak", form("text", "同意"));
        var page = member.get(at + "/items/1").body();
        assertThat(page).contains("name=\"vote\"").doesNotContain("<script");
        member.post(at + "/items/1", at + "/acts/vote", form("vote", "for"));
        assertThat(member.get(at + "/items/1").body()).contains("您已表决");
        seven.speak(id, 3, 4, 1);
        seven.vote(id, "for", 3, 4, 1);
        seven.check(id);
        seven.done(id, 1, "close-item", Map.of("no", 1));
        seven.done(id, 1, "close", Map.of());
        assertThat(member.get(at + "/minutes").body()).contains("我已阅读，签字");
        var pdf = member.get(at + "/minutes.pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(member.get("/meetings/kinds").body()).contains("行政处罚法").contains("末位");
        assertThat(member.get("/meetings/new?kind=section").statusCode()).isEqualTo(200);
        assertThat(member.get("/meetings/new?kind=village-assembly").statusCode()).isEqualTo(200);
        var stranger = Clerk.signedIn(port, "limin");
        assertThat(stranger.get(at).statusCode()).isEqualTo(403);
    }

    private static Map<String, String> form(String name, String value) {
        return Map.of(
                "no",
                "1",
                "back",
                "items/1",
                "command",
                java.util.UUID.randomUUID().toString(),
                name,
                value);
    }
}
