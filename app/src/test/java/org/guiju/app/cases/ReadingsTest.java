package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;

/// Who looked at a case is on record: for the supervisors by name, for the person concerned by post.
@RunningGuiju
class ReadingsTest extends OnTheApi {
    @Test
    void whoeverOpensACaseIsOnRecordOnceAnHour() throws Exception {
        var applied = api.apply("shenruoxi", api.power, Api.MATERIALS);
        var no = applied.path("no").asString();
        api.done("shenruoxi", no, "accept", Map.of("step", "accept"));
        var citizen = follower(no, applied.path("queryCode").asString());
        assertThat(citizen.get("/track/" + no).body()).contains("还没有工作人员查看过");

        var reader = Clerk.signedIn(port, "wuxiaodie");
        for (int i = 0; i < 3; i++) {
            assertThat(reader.get("/desk/cases/" + no).statusCode()).isEqualTo(200);
        }
        Clerk.signedIn(port, "yanzhengqing").get("/desk/cases/" + no);

        var seen = citizen.get("/track/" + no).body();
        assertThat(seen.split("档案管理员", -1)).as("one reading, however many pages").hasSize(2);
        assertThat(seen).doesNotContain("吴小蝶").doesNotContain("派驻纪检监察员");

        var record =
                Clerk.signedIn(port, "qiuhongmei").get("/supervision/readings?officer=p-wuxiaodie");
        assertThat(record.body()).contains("吴小蝶").contains(no);
        assertThat(Clerk.signedIn(port, "limin").get("/supervision/readings").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoMayNotReadLeavesNoReading() throws Exception {
        var no = api.accepted();
        assertThat(Clerk.signedIn(port, "tangyawen").get("/desk/cases/" + no).statusCode())
                .isEqualTo(403);
        assertThat(
                        Clerk.signedIn(port, "qiuhongmei")
                                .get("/supervision/readings?officer=p-tangyawen")
                                .body())
                .doesNotContain(no);
    }
}
