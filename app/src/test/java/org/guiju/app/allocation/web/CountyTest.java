package org.guiju.app.allocation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The county as it is staffed: bureaus, towns, villages; who is kin to whom, and who sees it.
@RunningGuiju
class CountyTest {
    @LocalServerPort int port;

    @Autowired Allocation allocation;

    @Autowired CaseQuery cases;

    @Autowired JdbcClient jdbc;

    @Test
    void aVillageBelongsToItsTownshipAndEveryOrganHasItsPeople() {
        var organs = allocation.organs();
        assertThat(organs.stream().map(Organ::kind)).contains(Organ.Kind.values());
        assertThat(organs).allSatisfy(o -> assertThat(allocation.officers(o.id())).isNotEmpty());
        assertThat(organs.stream().filter(o -> o.kind() == Organ.Kind.VILLAGE))
                .isNotEmpty()
                .allSatisfy(village ->
                        assertThat(organs)
                                .filteredOn(o -> o.id().equals(village.parent()))
                                .singleElement()
                                .extracting(Organ::kind)
                                .isEqualTo(Organ.Kind.TOWNSHIP));
    }

    @Test
    void registeredKinIsReadByTheOfficerAloneAndStandsInNoEntryInClear() throws Exception {
        var hanlei = Clerk.signedIn(port, "hanlei").get("/desk/profile").body();
        assertThat(hanlei).contains("方春雷").contains("近姻亲");
        assertThat(Clerk.signedIn(port, "caoyang").get("/desk/profile").body())
                .doesNotContain("方春雷");
        assertThat(Clerk.signedIn(port, "caoyang").get("/catalog/organs").body())
                .contains("韩磊")
                .doesNotContain("方春雷");
        assertThat(allocation.kin(new PersonId("p-hanlei"))).hasSize(2);

        UUID stream = Appointments.stream(new OrganId("qinglan-chengguan"));
        var entries =
                jdbc.sql("select convert_from(entry, 'UTF8') from event where stream = :stream")
                        .param("stream", stream)
                        .query(String.class)
                        .list();
        assertThat(entries)
                .anyMatch(e -> e.contains("organ.kinship-registered"))
                .noneMatch(e -> e.contains("方春雷"));
    }

    @Test
    void whatAnOfficerWasBeforeStandsOnHisProfile() throws Exception {
        assertThat(Clerk.signedIn(port, "lujianhua").get("/desk/profile").body())
                .contains("青岚县白鹭镇人民政府")
                .contains("2016-05-10 至 2020-12-31");
    }

    /// A clerk of a bureau without a case of its own has an empty list, not everybody's.
    @Test
    void anotherBureausClerkListsNobodyElsesCases() throws Exception {
        var all = cases.find(new CaseQuery.Filter("", "", "", "", 1, 1));
        assertThat(all.total()).isPositive();
        var no = all.rows().getFirst().no();
        var clerk = Clerk.signedIn(port, "tangyawen");
        assertThat(clerk.get("/desk/cases?state=all").body()).doesNotContain(no);
        assertThat(clerk.get("/desk/cases/" + no).statusCode()).isEqualTo(403);
        assertThat(clerk.get("/api/v1/cases?size=100").body()).contains("\"total\":0");
        assertThat(clerk.get("/api/v1/cases/" + no).statusCode()).isEqualTo(403);
        assertThat(Clerk.signedIn(port, "yanzhengqing").get("/desk/cases?state=all").body())
                .contains("/desk/cases/");
    }
}
