package org.guiju.app.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.lists.Lists;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.kernel.shared.OrganId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A unit's clearing by API: what comes true, and every forbidden shortcut with the rule that stands in its way.
@RunningGuiju
class ClearingApiTest {
    @LocalServerPort int port;
    @Autowired Allocation allocation;
    @Autowired Appointments appointments;
    @Autowired Accounts accounts;
    @Autowired OfficialClock clock;
    @Autowired Lists lists;

    private Unit unit = Unit.nowhere();

    private Unit unit(String name, Organ.Kind kind) {
        return founding().unit(port, name, kind);
    }

    private Unit.Founding founding() {
        return new Unit.Founding(allocation, appointments, accounts, clock);
    }

    @BeforeEach
    void aUnitInItsInventory() {
        unit = unit("one", Organ.Kind.BUREAU).opened("full");
    }

    private static void refused(Unit.Answer answer, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("article").asString("")).isNotBlank();
        assertThat(answer.body().path("remedy").asString("")).isNotBlank();
    }

    @Test
    void aWholeClearingRunsFromInventoryToPublicationEveryActByItsOwnPerson() {
        var today = clock.today();
        unit.ready();
        refused(unit.act(Unit.STAFFING, "publish", Map.of()), "APPROVED_FIRST");
        unit.closed();
        assertThat(unit.stage()).isEqualTo("self-check");
        unit.submitted();
        assertThat(unit.stage()).isEqualTo("review");
        unit.reviewed().confirmed();
        unit.done(Unit.STAFFING, "submit-final", Map.of());
        refused(unit.act(Unit.STAFFING, "publish", Map.of()), "APPROVED_FIRST");
        unit.done(Unit.COMMITTEE, "approve", unit.resolution(today));
        unit.done(Unit.STAFFING, "publish", Map.of());
        assertThat(unit.stage()).isEqualTo("published");
        var organ = new OrganId(unit.organ);
        var powers = lists.current(organ, "power", today.plusDays(10)).orElseThrow();
        assertThat(powers.rows())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.cell("name")).isEqualTo("示范经营许可");
                    assertThat(r.cell("basis")).contains("行政许可法").contains("第十二条");
                    assertThat(r.cell("supervision")).isNotEmpty();
                });
        assertThat(lists.current(organ, "responsibility", today.plusDays(10)).orElseThrow().rows())
                .singleElement()
                .satisfies(r -> assertThat(r.cell("form")).isEqualTo("责令改正、处分"));
    }
}
