package org.guiju.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.meetings.application.MeetingDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.meetings.AgendaItem;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MatterSort;
import org.guiju.kernel.meetings.MeetingCommand;
import org.guiju.kernel.meetings.MeetingEvent.Answer;
import org.guiju.kernel.meetings.MeetingEvent.Vote;
import org.guiju.kernel.meetings.MeetingKind.Roll;
import org.guiju.kernel.meetings.OrganRules;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 示例会议: one that is finished with a different opinion on record, one in session, one called.
@Component
class DemoMeetings {
    private static final OrganId CULTURE = new OrganId("qinglan-culture");
    private static final PersonId OFFICE = DemoPeople.id("zhengwenbo");
    private static final PersonId CHIEF = DemoPeople.id("chenyuanshan");
    private static final PersonId LEGAL = DemoPeople.id("hejingyi");
    private static final List<PersonId> OTHERS =
            List.of(
                    DemoPeople.id("wangli"),
                    LEGAL,
                    DemoPeople.id("gaojianye"),
                    DemoPeople.id("linshufen"));
    private static final String STEP = "joint-review";
    private static final int MOST = 3;
    private final MeetingDesk desk;
    private final CaseQuery cases;
    private int minute;

    DemoMeetings(MeetingDesk desk, CaseQuery cases) {
        this.desk = desk;
        this.cases = cases;
    }

    /// Makes the meetings unless they are there.
    void make(LocalDate today) {
        if (!desk.of(CULTURE, 1).isEmpty()) {
            return;
        }
        desk.adopt(
                CULTURE,
                new OrganRules.RegularDaySet("joint-review", DayOfWeek.WEDNESDAY),
                stamp(OFFICE, today.minusDays(20)));
        desk.adopt(
                CULTURE,
                new OrganRules.ProcedureAdopted(
                        new OrganRules.Procedure(
                                "leadership",
                                "青文旅发〔" + today.minusDays(20).getYear() + "〕7 号",
                                "青岚县文化和旅游局领导班子议事规则",
                                today.minusDays(20),
                                null)),
                stamp(OFFICE, today.minusDays(20)));
        var held = review(today.minusDays(7), general(today.minusDays(7)));
        discuss(held, today.minusDays(7), Vote.AGAINST);
        act(held, CHIEF, today.minusDays(7), new MeetingCommand.CloseItem(1));
        act(held, CHIEF, today.minusDays(7), new MeetingCommand.Close());
        var digest = desk.file(held).orElseThrow().state().digest();
        for (var member : OTHERS) {
            act(held, member, today.minusDays(7), new MeetingCommand.Sign(digest));
        }
        act(held, CHIEF, today.minusDays(7), new MeetingCommand.Sign(digest));
        var waiting = waiting();
        review(today, waiting.isEmpty() ? general(today) : waiting);
        convene(today.plusDays(7));
    }

    private String convene(LocalDate day) {
        var called = day.minusDays(8);
        return desk.convene(
                STEP,
                CULTURE,
                new MeetingCommand.Convene(
                        "", day, "9:00", "三楼会议室", CHIEF, List.of(), Roll.MEMBERS, 0),
                stamp(OFFICE, called));
    }

    /// 上会的办件: licence cases that wait for a joint review, three at most.
    private List<AgendaItem> waiting() {
        return cases.tasks(LEGAL).stream()
                .filter(t -> t.step().equals(STEP) && t.row().organ().equals(CULTURE.value()))
                .map(CaseQuery.Task::row)
                .sorted(Comparator.comparing(CaseRow::no))
                .limit(MOST)
                .map(c -> licence(c.no(), c.applicantMasked() + "的申请"))
                .toList();
    }

    private static List<AgendaItem> general(LocalDate day) {
        return List.of(licence("会审-" + day, "歌舞娱乐场所许可审查要点"));
    }

    private static AgendaItem licence(String matter, String title) {
        return new AgendaItem(
                0,
                new MatterRef(MatterSort.LICENCE_CASE, matter),
                title,
                "拟同意颁发许可证",
                null,
                null,
                null,
                DemoPeople.id("limin"));
    }

    private String review(LocalDate day, List<AgendaItem> agenda) {
        var id = convene(day);
        agenda.forEach(item -> act(id, OFFICE, day, new MeetingCommand.Place(item)));
        var present = new java.util.ArrayList<>(OTHERS);
        present.add(CHIEF);
        act(id, OFFICE, day, new MeetingCommand.Open(present, Map.of(), 0));
        return id;
    }

    private void discuss(String id, LocalDate day, Vote legal) {
        for (var member : OTHERS) {
            act(
                    id,
                    member,
                    day,
                    new MeetingCommand.Speak(
                            1, member.equals(LEGAL) ? "消防安全材料的日期需要再核实" : "材料齐全，符合条件，同意"));
        }
        act(id, CHIEF, day, new MeetingCommand.Speak(1, "同意多数意见，日期问题由审批科补正说明"));
        for (var member : OTHERS) {
            boolean differs = member.equals(LEGAL);
            act(
                    id,
                    member,
                    day,
                    new MeetingCommand.Cast(
                            1, differs ? legal : Vote.FOR, differs ? "材料日期未核实前不宜发证" : ""));
        }
        act(id, CHIEF, day, new MeetingCommand.Cast(1, Vote.FOR, ""));
        for (var question : desk.file(id).orElseThrow().kind().checklist()) {
            act(id, CHIEF, day, new MeetingCommand.AnswerCheck(1, question, Answer.YES, ""));
        }
    }

    private void act(String id, PersonId person, LocalDate day, MeetingCommand command) {
        desk.act(id, command, stamp(person, day));
    }

    private Stamp stamp(PersonId person, LocalDate day) {
        var at = day.atTime(LocalTime.of(9, 0)).plusMinutes(minute++);
        return Stamp.own(
                at.atZone(OfficialClock.ZONE).toInstant(),
                person.value(),
                UUID.nameUUIDFromBytes(("demo:meeting:" + at).getBytes(StandardCharsets.UTF_8)));
    }
}
