package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.matters.application.MatterDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.matters.BookEvent;
import org.guiju.kernel.matters.MatterAct;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 示例三重一大: two bureaus with thresholds of their own, a matter of each class, one decision open for comments.
@Component
class DemoMatters {
    private static final OrganId CULTURE = new OrganId("qinglan-culture");
    private static final OrganId CHENGGUAN = new OrganId("qinglan-chengguan");
    private static final PersonId OFFICE = DemoPeople.id("zhengwenbo");
    private static final PersonId CITY_OFFICE = DemoPeople.id("panwenjing");
    private final MatterDesk desk;
    private final Portfolios portfolios;
    private int minute;

    DemoMatters(MatterDesk desk, Portfolios portfolios) {
        this.desk = desk;
        this.portfolios = portfolios;
    }

    /// Makes the matters unless they are there.
    void make(LocalDate today) {
        if (!desk.book(CULTURE).scopes().isEmpty()) {
            return;
        }
        var fixed = today.minusDays(60);
        scopes(CULTURE, OFFICE, "青文旅发〔" + fixed.getYear() + "〕3 号", "5000000", "50000000", fixed);
        scopes(
                CHENGGUAN,
                CITY_OFFICE,
                "青城管发〔" + fixed.getYear() + "〕5 号",
                "10000000",
                "100000000",
                fixed);
        enter(
                CULTURE,
                OFFICE,
                BookEvent.Act.PERIOD,
                fixed,
                Map.of(
                        "subject",
                        "finance",
                        "months",
                        "1",
                        "grace",
                        "10",
                        "from",
                        today.minusMonths(2).withDayOfMonth(1).toString()));
        money(today);
        people(today);
        decision(today);
    }

    private void scopes(
            OrganId organ,
            PersonId by,
            String document,
            String countersigned,
            String collective,
            LocalDate day) {
        scope(
                organ,
                by,
                day,
                document,
                "payment",
                "money",
                "经费支出与收入",
                "-1=single;" + countersigned + "=countersigned;" + collective + "=collective");
        scope(organ, by, day, document, "appointment", "personnel", "中层干部任免", "-1=appointment");
        scope(
                organ,
                by,
                day,
                document,
                "works",
                "project",
                "建设与采购项目",
                "-1=project;" + collective + "=important-project");
        scope(organ, by, day, document, "plan", "decision", "涉及群众利益的重大决策", "-1=five-procedures");
    }

    private void scope(
            OrganId organ,
            PersonId by,
            LocalDate day,
            String document,
            String item,
            String of,
            String name,
            String tiers) {
        enter(
                organ,
                by,
                BookEvent.Act.SCOPE,
                day,
                Map.of(
                        "item",
                        item,
                        "class",
                        of,
                        "name",
                        name,
                        "tiers",
                        tiers,
                        "document",
                        document,
                        "from",
                        day.toString()));
    }

    private void money(LocalDate today) {
        var day = today.minusDays(12);
        var small =
                file(
                        CULTURE,
                        OFFICE,
                        day,
                        Map.of(
                                "item",
                                "payment",
                                "title",
                                "乡镇文化站图书采购",
                                "text",
                                "年度预算内采购",
                                "fen",
                                "3000000"));
        var finance = portfolios.inCharge(CULTURE, "finance", day).orElseThrow();
        act(
                small,
                finance,
                day,
                MatterAct.ENDORSE,
                Map.of("approved", "yes", "opinion", "在预算之内，同意"));
        var large =
                file(
                        CHENGGUAN,
                        CITY_OFFICE,
                        day,
                        Map.of(
                                "item",
                                "payment",
                                "title",
                                "环卫作业车辆维修",
                                "text",
                                "三辆车大修",
                                "fen",
                                "12000000"));
        var city = portfolios.inCharge(CHENGGUAN, "finance", day).orElseThrow();
        act(large, city, day, MatterAct.ENDORSE, Map.of("approved", "yes", "opinion", "确需维修，同意"));
    }

    private void people(LocalDate today) {
        var day = today.minusDays(9);
        file(
                CULTURE,
                OFFICE,
                day,
                Map.of("item", "appointment", "title", "文化市场科副科长任职动议", "text", "空缺三个月，经民主推荐提出"));
        var works =
                file(
                        CULTURE,
                        OFFICE,
                        day,
                        Map.of(
                                "item",
                                "works",
                                "title",
                                "文化馆屋面修缮",
                                "text",
                                "渗漏修缮",
                                "fen",
                                "20000000",
                                "head",
                                "副局长",
                                "members",
                                "办公室、文化市场科"));
        var deputy = portfolios.inCharge(CULTURE, "projects", day).orElseThrow();
        act(
                works,
                deputy,
                day,
                MatterAct.ENDORSE,
                Map.of("approved", "yes", "opinion", "列入年度计划，同意"));
        traded(works, day);
        act(works, deputy, day, MatterAct.PRE_PROJECT, Map.of("text", "完成勘察、预算评审和采购"));
    }

    private void traded(String works, LocalDate day) {
        var trade =
                Map.of(
                        "trade",
                        "procurement",
                        "project",
                        "青岚县文化馆屋面修缮工程",
                        "platform",
                        "青岚县公共资源交易平台",
                        "tender",
                        "QLCG-2026-0117",
                        "mode",
                        "consultation",
                        "announced",
                        day.toString());
        act(works, OFFICE, day, MatterAct.TRADE, trade);
        var result =
                Map.of(
                        "tender",
                        "QLCG-2026-0117",
                        "outcome",
                        "won",
                        "winner",
                        "青岚县宏远建筑修缮有限公司",
                        "fen",
                        "18650000",
                        "settled",
                        day.plusDays(7).toString());
        act(works, OFFICE, day.plusDays(7), MatterAct.AWARD, result);
    }

    private void decision(LocalDate today) {
        var day = today.minusDays(8);
        var deputy = DemoPeople.id("linshufen");
        var id =
                file(
                        CULTURE,
                        OFFICE,
                        day,
                        Map.of(
                                "item",
                                "plan",
                                "title",
                                "公共文化场馆延时开放方案",
                                "text",
                                "拟将场馆开放时间延长到晚上九点",
                                "deputy",
                                deputy.value()));
        act(
                id,
                deputy,
                day,
                MatterAct.ENDORSE,
                Map.of("approved", "yes", "opinion", "符合群众需求，启动程序"));
        act(
                id,
                OFFICE,
                day,
                MatterAct.RULE,
                Map.of(
                        "procedure",
                        "participation",
                        "title",
                        "重大行政决策公众参与实施细则",
                        "number",
                        "青政办发〔2025〕12 号",
                        "from",
                        "2025-01-01"));
        act(
                id,
                OFFICE,
                day,
                MatterAct.DRAFT,
                Map.of(
                        "text",
                        "全县文化馆、图书馆、博物馆每周二至周日开放至二十一时，周一闭馆。",
                        "until",
                        day.plusDays(35).toString()));
        comment(id, day.plusDays(2), "A10000000001", "建议周末开放到二十二时");
        comment(id, day.plusDays(3), "A10000000002", "请同时安排延时公交");
        act(
                id,
                OFFICE,
                day.plusDays(5),
                MatterAct.ANSWER,
                Map.of("receipt", "A10000000002", "adopted", "yes", "reason", "已与公交公司协调，纳入方案"));
    }

    private void comment(String id, LocalDate day, String receipt, String text) {
        act(
                id,
                org.guiju.kernel.matters.MatterEvent.CITIZEN,
                day,
                MatterAct.COMMENT,
                Map.of("receipt", receipt, "text", text));
    }

    private String file(OrganId organ, PersonId by, LocalDate day, Map<String, String> in) {
        return desk.file(organ, in, stamp(by, day));
    }

    private void act(String id, PersonId by, LocalDate day, MatterAct act, Map<String, String> in) {
        desk.act(id, act, in, stamp(by, day));
    }

    private void enter(
            OrganId organ, PersonId by, BookEvent.Act act, LocalDate day, Map<String, String> in) {
        desk.enter(organ, act, in, stamp(by, day));
    }

    private Stamp stamp(PersonId person, LocalDate day) {
        var at = day.atTime(LocalTime.of(10, 0)).plusMinutes(minute++);
        return Stamp.own(
                at.atZone(OfficialClock.ZONE).toInstant(),
                person.value(),
                UUID.nameUUIDFromBytes(("demo:matter:" + at).getBytes(StandardCharsets.UTF_8)));
    }
}
