package org.guiju.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.demo.DemoScript.Goal;
import org.guiju.app.licences.LicenceRegister;
import org.guiju.app.licences.LicenceRow;
import org.springframework.stereotype.Component;

/// 示例许可证: one that ends soon, one renewed, one changed, one cancelled, one whose renewal is being examined.
@Component
class DemoLicences {
    static final String POWER = "330899-WL-XK-0013";
    private static final String SET = "setting-up";

    /// Working days ago on which the first applications came in: nearly two years, so that their term ends soon.
    private static final int LONG_AGO = 478;

    private final DemoCases cases;
    private final CaseQuery query;
    private final LicenceRegister register;

    DemoLicences(DemoCases cases, CaseQuery query, LicenceRegister register) {
        this.cases = cases;
        this.query = query;
        this.register = register;
    }

    /// @param follow situation of the case that follows on the licence; empty where none does
    private record Venue(
            String name, String person, int daysAgo, String follow, int followedAgo, Goal goal) {}

    private static final List<Venue> VENUES =
            List.of(
                    new Venue("青岚金嗓子歌厅", "向晚亭", LONG_AGO, "", 0, Goal.ARCHIVED),
                    new Venue("青岚锦瑟音乐厅", "容若溪", LONG_AGO - 2, "renewal", 25, Goal.ARCHIVED),
                    new Venue("青岚星光游艺厅", "项北辰", LONG_AGO - 4, "renewal", 6, Goal.IN_REVIEW),
                    new Venue("青岚百灵歌舞厅", "康乐水", 300, "change", 60, Goal.ARCHIVED),
                    new Venue("青岚老码头游艺厅", "古长风", 260, "cancellation", 40, Goal.ARCHIVED));

    void make(LocalDate today) {
        if (query.find(new CaseQuery.Filter("", POWER, "", "", 1, 1)).total() > 0) {
            return;
        }
        int n = 100;
        for (var venue : VENUES) {
            var first =
                    cases.make(POWER, script(SET, venue, venue.daysAgo(), Goal.ARCHIVED), n, today);
            if (!venue.follow().isEmpty()) {
                cases.make(
                        POWER,
                        script(venue.follow(), venue, venue.followedAgo(), venue.goal()),
                        n,
                        today,
                        Map.of("licence-no", number(query.row(first).orElseThrow().no())));
            }
            n++;
        }
    }

    private static DemoScript script(String situation, Venue venue, int daysAgo, Goal goal) {
        return new DemoScript(situation, venue.name(), venue.person(), daysAgo, true, goal);
    }

    private String number(String caseNo) {
        LicenceRow issued = register.issuedBy(List.of(caseNo)).get(caseNo);
        if (issued == null) {
            throw new IllegalStateException("case " + caseNo + " issued no licence");
        }
        return issued.number();
    }
}
