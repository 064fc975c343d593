package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.application.Audit;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A person's data are put away or destroyed: read nowhere any more, and every proof as it was.
@RunningGuiju
class PersonalDataPagesTest extends OnTheApi {
    private static final String NAME = "青岚待删网咖";

    @Autowired Sequencer sequencer;

    @Autowired Sealer sealer;

    @Autowired Seals seals;

    @Autowired Audit audit;

    @Autowired Rebuild rebuild;

    @Autowired JdbcClient jdbc;

    private String applied() {
        var fields = new java.util.LinkedHashMap<String, Object>();
        fields.putAll(
                Api.application(
                        api.power, "preparation", Api.MATERIALS.stream().map(Api::file).toList()));
        fields.put("applicant", NAME);
        return api.post("shenruoxi", UUID.randomUUID(), "/api/v1/applications", fields)
                .body()
                .path("no")
                .asString();
    }

    private String refused() {
        var no = applied();
        api.done(
                "shenruoxi",
                no,
                "refuse-acceptance",
                Map.of("step", "accept", "ground", "not-this-organ", "reasons", "不属于本机关职权"));
        return no;
    }

    private int decide(String user, String no, Map<String, String> fields) throws Exception {
        var page = "/desk/cases/" + no + "/personal";
        var form = new java.util.HashMap<>(fields);
        form.put("command", UUID.randomUUID().toString());
        return Clerk.signedIn(port, user).post(page, page, form).statusCode();
    }

    private static final Map<String, String> SURE = Map.of("reason", "当事人来函请求", "sure", "yes");

    private UUID id(String no) {
        return jdbc.sql("select case_id from projection.case_row where no = :no")
                .param("no", no)
                .query(UUID.class)
                .single();
    }

    private void gone(String no, String state) throws Exception {
        var clerk = Clerk.signedIn(port, "chenyuanshan");
        for (var path :
                List.of(
                        "/desk/cases/" + no,
                        "/desk/cases/" + no + "?tab=log",
                        "/desk/cases/" + no + "?tab=materials",
                        "/desk/cases?state=all&q=" + no)) {
            var page = clerk.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain(NAME).doesNotContain("苏远航");
        }
        assertThat(clerk.get("/desk/cases/" + no).body()).contains("（已删除）");
        assertThat(clerk.get("/desk/cases/" + no + "/personal").body()).contains(state);
        assertThat(api.get("chenyuanshan", "/api/v1/cases?q=" + no).body().toString())
                .doesNotContain(NAME);
    }

    @Test
    void whileTheFileMustBeKeptTheDataArePutAwayAndAfterThatDestroyed() throws Exception {
        var no = refused();
        var id = id(no);
        sequence();
        var proof = seals.sealed(id, 0).orElseThrow();
        assertThat(Clerk.signedIn(port, "chenyuanshan").get("/desk/cases/" + no).body())
                .contains(NAME);

        assertThat(decide("limin", no, SURE)).isEqualTo(403);
        assertThat(decide("chenyuanshan", no, Map.of("reason", "", "sure", ""))).isEqualTo(422);
        assertThat(decide("chenyuanshan", no, SURE)).isEqualTo(302);
        gone(no, "已封存");
        assertThat(count("subject_key", no)).isZero();
        assertThat(count("sealed_key", no)).isOne();

        sequence();
        var after = seals.sealed(id, 0).orElseThrow();
        assertThat(after.entry()).isEqualTo(proof.entry());
        assertThat(audit.run().findings()).isEmpty();
        assertThat(rebuild.run()).allSatisfy(t -> assertThat(t.same()).as(t.table()).isTrue());
        gone(no, "已封存");
    }

    @Test
    void afterTheRetentionTheKeyAndTheFilesAreDestroyed() throws Exception {
        var no = refused();
        TestClock.ahead(Duration.ofDays(10 * 366L));
        assertThat(decide("chenyuanshan", no, SURE)).isEqualTo(302);
        gone(no, "已删除");
        assertThat(count("subject_key", no)).isZero();
        assertThat(count("sealed_key", no)).isZero();
    }

    private long count(String table, String no) {
        return jdbc.sql(
                        "select count(*) from "
                                + table
                                + " where subject = (select entry_json(entry) ->> 'subject' from event where stream = :id and seq = 0)")
                .param("id", id(no))
                .query(Long.class)
                .single();
    }

    @Test
    void aRunningCaseKeepsItsPerson() throws Exception {
        var no = applied();
        assertThat(decide("chenyuanshan", no, SURE)).isEqualTo(302);
        assertThat(Clerk.signedIn(port, "chenyuanshan").get("/desk/cases/" + no).body())
                .contains(NAME);
        assertThat(
                        Clerk.signedIn(port, "chenyuanshan")
                                .get("/desk/cases/" + no + "/personal")
                                .body())
                .contains("案件尚未办结");
    }

    private void sequence() {
        while (sequencer.sequence() > 0) {
            sealer.seal();
        }
        sealer.seal();
    }
}
