package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.formats.dossier.DossierCheck;
import org.guiju.kernel.ledger.Disclosure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a person takes away of himself: all of it, nothing of others, and it is on record.
@RunningGuiju
class OwnCopyTest extends ArchiveCourse {
    @Autowired JdbcClient jdbc;

    private static Clerk.Answered copy(Browser citizen, String no) throws Exception {
        return Clerk.answered(citizen, "/track/" + no, "/track/" + no + "/copy.zip");
    }

    @Test
    void theApplicantsCopyHoldsHisOwnAndNothingInternal() throws Exception {
        var applied = api.apply("shenruoxi", api.power, Api.MATERIALS);
        var no = applied.path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        api.done("limin", no, "appoint-pair", Api.pair("p-limin", "p-zhouqihang"));
        api.done("limin", no, "give-opinion", api.opinion(Api.STANDARDS));
        settled();
        Clerk.signedIn(port, "wuxiaodie").get("/desk/cases/" + no);
        var citizen = follower(no, applied.path("queryCode").asString());
        assertThat(citizen.get("/track/" + no).body()).contains("下载我的办件信息");

        var zip = copy(citizen, no);
        assertThat(zip.status()).isEqualTo(200);
        var report = DossierCheck.zip(zip.body(), Optional.of(policy()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.documents()).isEqualTo(Api.MATERIALS.size() + 1);
        var files = unpacked(zip.body());
        var shown =
                files.entrySet().stream()
                        .filter(e -> e.getKey().endsWith(".disclosures"))
                        .flatMap(e -> new String(e.getValue(), StandardCharsets.UTF_8).lines())
                        .map(Disclosure::parse)
                        .map(Disclosure::name)
                        .collect(Collectors.toSet());
        assertThat(shown)
                .contains("applicant", "answers", "file_names")
                .doesNotContain("verdicts", "measured", "note", "reasons", "late");
        assertThat(page(zip.body()))
                .contains("青岚接口网咖", "本人办件信息副本", "readings.csv")
                .doesNotContain("李敏", "沈若溪", "吴小蝶");
        assertThat(
                        new String(
                                files.getOrDefault("data/notes/readings.csv", new byte[0]),
                                StandardCharsets.UTF_8))
                .contains("档案管理员")
                .doesNotContain("吴小蝶");
        assertThat(
                        jdbc.sql(
                                        """
                                        select profile || ' ' || taker from projection.dossier_taken t join projection.case_row c using (case_id)
                                        where c.no = :no
                                        """)
                                .param("no", no)
                                .query(String.class)
                                .list())
                .containsExactly("copy applicant");
        assertThat(Clerk.signedIn(port, "limin").get("/desk/cases/" + no + "/dossier").body())
                .contains("当事人本人", "取走本人副本");
    }

    /// What a clue tells may tell who gave it.
    @Test
    void thePersonConcernedByAPenaltyLearnsNotWhatTheClueSaid() throws Exception {
        var registered = new Street(api).register("ordinary", true);
        var no = registered.path("no").asString();
        settled();
        var citizen = follower(no, registered.path("queryCode").asString());
        var zip = copy(citizen, no);
        assertThat(zip.status()).isEqualTo(200);
        assertThat(DossierCheck.zip(zip.body(), Optional.of(policy())).findings()).isEmpty();
        var everything =
                unpacked(zip.body()).entrySet().stream()
                        .filter(e -> !e.getKey().endsWith(".yaml"))
                        .map(e -> new String(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        assertThat(everything).contains(Street.CITIZEN);
        var shown =
                unpacked(zip.body()).entrySet().stream()
                        .filter(e -> e.getKey().endsWith(".disclosures"))
                        .flatMap(e -> new String(e.getValue(), StandardCharsets.UTF_8).lines())
                        .map(d -> Disclosure.parse(d).name())
                        .collect(Collectors.toSet());
        assertThat(shown).contains("applicant").doesNotContain("answers");
    }

    @Test
    void aStrangerGetsNoCopyAndWhoAsksTooOftenWaits() throws Exception {
        var applied = api.apply("shenruoxi", api.power, Api.MATERIALS);
        var no = applied.path("no").asString();
        settled();
        var stranger = new Browser(port);
        assertThat(Clerk.answered(stranger, "/track", "/track/" + no + "/copy.zip").status())
                .isEqualTo(404);
        var citizen = follower(no, applied.path("queryCode").asString());
        for (int i = 0; i < 10; i++) {
            assertThat(copy(citizen, no).status()).isEqualTo(200);
        }
        assertThat(copy(citizen, no).status()).isEqualTo(429);
    }

    @Test
    void anOfficerTakesHisOwnRecordAndItIsWrittenDown() throws Exception {
        var clerk = Clerk.signedIn(port, "limin");
        assertThat(clerk.get("/desk/profile").body()).contains("下载我的记录");
        var answer = clerk.post("/desk/profile", "/desk/profile/record.json", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("p-limin", "reviewer").doesNotContain("p-zhouqihang");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from event where convert_from(entry, 'UTF8') like '%archive.record-taken%p-limin%'")
                                .query(Long.class)
                                .single())
                .isPositive();
    }
}
