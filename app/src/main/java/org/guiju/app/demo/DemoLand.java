package org.guiju.app.demo;

import static org.guiju.app.demo.DemoActs.done;
import static org.guiju.app.demo.DemoActs.officer;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.OfficeCommand;
import org.guiju.kernel.cases.Position;
import org.springframework.stereotype.Component;

/// 示例征地: a road takes a piece of a village's land; its plan has been up for some days of its thirty, so that there is something to read
/// and to object to.
@Component
class DemoLand {
    private static final String POWER = "330899-ZF-ZS-0001";

    /// Calendar days before today on which it was taken up, so that the plan is up since about nine of them.
    private static final int DAYS_AGO = 44;

    private static final String PLAN =
            """
            征收范围：白鹭镇樟树村第三村民小组，东至樟溪，西至老县道，共 3.5 公顷，其中耕地 2.1 公顷。
            征收目的：县道 205 线改建。
            补偿标准：按公布的区片综合地价，每公顷 79.5 万元；青苗按一季产值；住宅 2 户按重置价另行补偿。
            安置方式：货币安置；住宅可以选择本村安置地块。
            社会保障：18 人参加被征地农民基本生活保障，费用单独列支。
            补偿登记：公告期内持不动产权属证明到白鹭镇便民服务中心办理。
            """;

    private final CaseDesk desk;
    private final CaseQuery query;
    private final Calendars calendars;

    DemoLand(CaseDesk desk, CaseQuery query, Calendars calendars) {
        this.desk = desk;
        this.query = query;
        this.calendars = calendars;
    }

    void make(LocalDate today) {
        if (query.find(new CaseQuery.Filter("", POWER, "", "", 1, 1)).total() == 0) {
            new Run(today.minusDays(DAYS_AGO)).run();
        }
    }

    private final class Run {
        private LocalDate day;
        private int minute;
        private UUID caseId = new UUID(0, 0);

        Run(LocalDate from) {
            this.day = calendars.current().plusWorkingDays(from, 1);
        }

        void run() {
            taken();
            later(1);
            act(
                    "wenrenzhao",
                    new OfficeCommand.BeginMatter(
                            "begin", day, true, "县道 205 线改建已经立项，列入年度计划，属于第四十五条第二项"));
            later(11);
            survey();
            later(5);
            act(
                    "gongyeheng",
                    new OfficeCommand.Approve(
                            "risk", day, true, "走访 46 户，召开座谈会 2 次。风险低，主要是青苗补偿时间，收割后进场。"));
            later(5);
            act("yuezhengping", new OfficeCommand.Approve("plan", day, true, PLAN.strip()));
        }

        private void taken() {
            var answers = new LinkedHashMap<String, String>();
            answers.put("project", "县道 205 线白鹭镇段改建工程");
            answers.put("interest", "infrastructure");
            answers.put("scope", "白鹭镇樟树村第三村民小组，东至樟溪，西至老县道，南至机耕路，北至村口桥");
            answers.put("area", "3.5");
            answers.put("party-phone", "0570-5552205");
            var village = "白鹭镇樟树村股份经济合作社";
            var party =
                    new Applicant(
                            UUID.randomUUID().toString(),
                            "code:" + UUID.randomUUID(),
                            Applicant.Kind.ORGANISATION,
                            village,
                            village);
            caseId =
                    done(desk.open(
                                    CaseDesk.newCommand(),
                                    officer("wenrenzhao"),
                                    POWER,
                                    no ->
                                            new CaseCommand.RegisterClue(
                                                    no,
                                                    POWER,
                                                    "expropriation",
                                                    "assigned",
                                                    party,
                                                    answers,
                                                    List.of(),
                                                    day,
                                                    ""),
                                    at()))
                            .caseId();
        }

        private void survey() {
            act(
                    "qidiaoning",
                    new OfficeCommand.RecordScene(
                            "survey",
                            day,
                            Set.of(DemoPeople.id("qidiaoning"), DemoPeople.id("rangsiming")),
                            OfficeCommand.Presence.SIGNED,
                            "",
                            List.of(
                                    "水田 2.1 公顷",
                                    "园地 0.9 公顷",
                                    "其他农用地 0.5 公顷",
                                    "住宅 2 户，建筑面积 410 m²",
                                    "水井 1 口"),
                            true,
                            "两名调查人员会同村民小组长和权利人逐块核对，权利人在场并签名。",
                            "",
                            Position.of("30.241500, 120.118300").orElse(null)));
            act("rangsiming", new OfficeCommand.SignScene("survey", day));
        }

        private void later(int workingDays) {
            day = calendars.current().plusWorkingDays(day, workingDays);
            minute = 0;
        }

        private java.time.Instant at() {
            return day.atTime(LocalTime.of(9, 0).plusMinutes(7L * minute++))
                    .atZone(OfficialClock.ZONE)
                    .toInstant();
        }

        private void act(String username, CaseCommand command) {
            done(desk.act(CaseDesk.newCommand(), officer(username), caseId, command, at()));
        }
    }
}
