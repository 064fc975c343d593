package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.Publishing;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.formats.dossier.DossierCheck;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The dossier of a case as it leaves the house: by API and page, for those who may, checked by the keys that the server publishes.
@RunningGuiju
class DossierApiTest extends ArchiveCourse {
    @Autowired JdbcClient jdbc;

    private static String path(String no) {
        return "/api/v1/cases/" + no + "/dossier.zip";
    }

    @Test
    @Requirement(
            value = "J1",
            level = Level.API,
            fault = "documents in the order in which they were numbered")
    void everyPowersFileHasTheSameCoverCatalogueAndOrderAndPassesTheFourChecks() throws Exception {
        var licence = archived();
        TestClock.ahead(Duration.ZERO);
        var penalty = fined();
        var first = fetch("wuxiaodie", path(licence));
        var second = fetch("panwenjing", path(penalty));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        for (var zip : List.of(first, second)) {
            var report = DossierCheck.zip(zip.bytes(), Optional.of(policy()));
            assertThat(report.findings()).isEmpty();
            assertThat(report.documents()).isGreaterThan(4);
            assertThat(report.witnessed()).isNotEmpty();
            var groups = groups(page(zip.bytes()));
            assertThat(groups.getFirst()).isEqualTo("结论文书");
            assertThat(groups).isSortedAccordingTo((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b));
        }
        assertThat(headings(page(first.bytes()))).isEqualTo(headings(page(second.bytes())));
        assertThat(headings(page(first.bytes())))
                .contains("封面", "案卷号", "保管期限", "卷内目录", "序号 No.", "备考表");
    }

    private static final List<String> ORDER = List.of("结论文书", "过程文书", "申请与证据材料");

    private static List<String> groups(String page) {
        return all("<td>(结论文书|过程文书|申请与证据材料) ", page);
    }

    private static List<String> headings(String page) {
        return all("<(?:h2|th)[^>]*>([^<]+?) *<", page);
    }

    private static List<String> all(String pattern, String page) {
        var found = new ArrayList<String>();
        var m = Pattern.compile(pattern).matcher(page);
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    @Test
    void theSameStateIsTheSameBytesAndThePageHoldsNobodyElsesProgram() throws Exception {
        var no = archived();
        var zip = fetch("wuxiaodie", path(no));
        settled();
        assertThat(fetch("yanzhengqing", path(no)).bytes()).isEqualTo(zip.bytes());
        assertThat(page(zip.bytes()))
                .contains("青岚接口网咖", "吴小蝶", "应归档的文件材料齐全")
                .doesNotContain("<script");
    }

    @Test
    @Requirement(
            value = "J9",
            level = Level.PAGE,
            fault = "of each step only the last officer is shown")
    void fromAResultEveryPersonAndStepIsFoundInOneViewAlsoUnderARetiredVersion() throws Exception {
        var code = "330899-WL-XK-9981";
        Publishing.publish(port, text(code, 1, clock.today()));
        var under = new Api(port, code);
        var decided = under.toDecide(true);
        Publishing.publish(port, text(code, 2, clock.today().plusDays(1)));
        TestClock.ahead(Duration.ofDays(2));
        var no = archived(decided);
        var clerk = Clerk.signedIn(port, "wuxiaodie");
        var page = clerk.get("/desk/cases/" + no + "/dossier").body();
        assertThat(page)
                .contains(
                        "第 1 版", "卷〔", "定期10年", "沈若溪", "李敏", "周启航", "赵军", "罗思远", "王立", "何静怡", "陈远山",
                        "林淑芬", "吴小蝶", "现场核查", "归档");
        var zip =
                clerk.post(
                        "/desk/cases/" + no + "/dossier",
                        "/desk/cases/" + no + "/dossier.zip",
                        Map.of());
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(clerk.get("/desk/cases/" + no + "/dossier").body()).contains("取走归档案卷");
        assertThat(clerk.get("/desk/cases/" + no + "/dossier?lang=en").body())
                .contains("Persons responsible", "No document is missing");
    }

    private static String text(String code, int version, java.time.LocalDate inForce) {
        return Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"))
                .replaceFirst("(?m)^power: .*$", "power: " + code)
                .replaceFirst("(?m)^version: .*$", "version: " + version)
                .replaceFirst("(?m)^in-force: .*$", "in-force: " + inForce);
    }

    @Test
    @Requirement(
            value = "J10",
            level = Level.API,
            fault = "a paper that an event calls for and that has no number is not listed")
    void licenceAndPenaltyEachMakeANumberedVolumeAndWhatIsMissingIsListed() throws Exception {
        var licence = archived();
        TestClock.ahead(Duration.ZERO);
        var penalty = fined();
        var one = api.get("wuxiaodie", "/api/v1/cases/" + licence + "/dossier").body();
        var two = api.get("panwenjing", "/api/v1/cases/" + penalty + "/dossier").body();
        assertThat(one.path("volume").asString()).matches(".+卷〔\\d{4}〕\\d+号");
        assertThat(two.path("volume").asString()).matches(".+卷〔\\d{4}〕\\d+号");
        assertThat(one.path("volume").asString()).isNotEqualTo(two.path("volume").asString());
        assertThat(two.path("retention").asString()).isEqualTo("30y");
        assertThat(one.path("missing")).isEmpty();
        assertThat(two.path("missing")).isEmpty();
        // A row lost between log and register: its paper is missed by name.
        var row =
                jdbc.sql(
                                "select to_jsonb(d)::text from projection.document d where kind = 'proof-of-service' and case_id = :case")
                        .param("case", caseId(licence))
                        .query(String.class)
                        .single();
        jdbc.sql("delete from projection.document where to_jsonb(document) = cast(:row as jsonb)")
                .param("row", row)
                .update();
        try {
            var lacking = api.get("wuxiaodie", "/api/v1/cases/" + licence + "/dossier").body();
            assertThat(lacking.path("missing").toString()).contains("送达回证");
            var zip = fetch("wuxiaodie", path(licence)).bytes();
            var report = DossierCheck.zip(zip, Optional.of(policy()));
            assertThat(report.findings()).hasSize(1);
            assertThat(report.findings().getFirst().detail()).contains("送达回证");
            assertThat(page(zip)).contains("缺少下列文件材料");
        } finally {
            jdbc.sql(
                            "insert into projection.document select * from jsonb_populate_record(null::projection.document, cast(:row as jsonb))")
                    .param("row", row)
                    .update();
        }
    }

    private UUID caseId(String no) {
        return jdbc.sql("select case_id from projection.case_row where no = :no")
                .param("no", no)
                .query(UUID.class)
                .single();
    }

    @Test
    void volumesAreNumberedWithoutGapOrDouble() throws Exception {
        assertThat(fetch("wuxiaodie", path(archived())).status()).isEqualTo(200);
        var broken =
                jdbc.sql(
                                """
                                select organ || '/' || year from projection.volume group by organ, year
                                having min(n) <> 1 or max(n) <> count(*)
                                """)
                        .query(String.class)
                        .list();
        assertThat(broken).isEmpty();
    }

    @Test
    void whoMayNotReadTheCaseGetsNoDossierAndARunningCaseHasNone() throws Exception {
        var no = api.accepted();
        settled();
        var path = "/api/v1/cases/" + no + "/dossier";
        assertThat(fetch("tangyawen", path).status()).isEqualTo(403);
        assertThat(fetch("tangyawen", path + ".zip").status()).isEqualTo(403);
        assertThat(fetch("citizen", path + ".zip").status()).isEqualTo(403);
        assertThat(fetch("nobody", path + ".zip").status()).isEqualTo(401);
        assertThat(fetch("wuxiaodie", path + ".zip").status()).isEqualTo(409);
        assertThat(fetch("wuxiaodie", path).status()).isEqualTo(200);
        assertThat(fetch("wuxiaodie", "/api/v1/cases/2020-9999/dossier").status()).isEqualTo(404);
        assertThat(Clerk.signedIn(port, "wuxiaodie").get("/desk/cases/" + no + "/dossier").body())
                .contains("办结后才能成卷");
    }

    /// The public log shows that a package was taken, and not by whom.
    @Test
    void whoTookADossierStandsInTheLedgerAndNotInThePublicLog() throws Exception {
        var id = caseId(archived());
        var no =
                jdbc.sql("select no from projection.case_row where case_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
        assertThat(fetch("yanzhengqing", path(no)).status()).isEqualTo(200);
        var stream = UUID.nameUUIDFromBytes(("dossier:" + id).getBytes(StandardCharsets.UTF_8));
        assertThat(
                        jdbc.sql("select convert_from(entry, 'UTF8') from event where stream = :s")
                                .param("s", stream)
                                .query(String.class)
                                .list())
                .hasSize(2)
                .last()
                .asString()
                .contains("archive.dossier-taken")
                .doesNotContain("yanzhengqing");
        assertThat(
                        jdbc.sql("select taker from projection.dossier_taken where case_id = :case")
                                .param("case", id)
                                .query(String.class)
                                .list())
                .containsExactly("p-yanzhengqing");
    }
}
