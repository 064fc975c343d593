package org.guiju.app.demo;

import java.time.LocalDate;
import java.util.List;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.demo.DemoScript.Goal;
import org.springframework.stereotype.Component;

/// 示例备案: filings of performers over the last two months, each examined for form by one person, so that there is something to draw samples from.
@Component
class DemoFilings {
    private static final String POWER = "330899-WL-QT-0006";

    /// Working days ago on which the first came in, and how many lie between two.
    private static final int FIRST = 48;

    private static final int APART = 3;
    private static final List<String> PERFORMERS =
            List.of("蒲听澜", "阮江月", "尹照夜", "柏舟行", "席慕川", "臧采薇", "荆南浦", "乐未央", "巫云起", "祝长卿");

    private final DemoCases cases;
    private final CaseQuery query;

    DemoFilings(DemoCases cases, CaseQuery query) {
        this.cases = cases;
        this.query = query;
    }

    void make(LocalDate today) {
        // A start that was killed goes on where it stopped.
        int made = (int) query.find(new CaseQuery.Filter("", POWER, "", "", 1, 1)).total();
        for (int i = made; i < PERFORMERS.size(); i++) {
            var name = PERFORMERS.get(i);
            var script =
                    new DemoScript(
                            "filing",
                            "青岚" + name + "演艺工作室",
                            name,
                            FIRST - APART * i,
                            true,
                            Goal.ARCHIVED);
            cases.make(POWER, script, 301 + APART * i, today);
        }
    }
}
