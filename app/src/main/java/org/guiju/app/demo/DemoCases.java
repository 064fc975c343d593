package org.guiju.app.demo;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.demo.DemoScript.Goal;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.Position;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 示例案件的推进: carries a case step by step through the decider, in virtual time, as its officers would. Knows kinds of
/// steps, no power.
@Component
class DemoCases {
    private static final int MOST_ACTS = 60;
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Attachments attachments;
    private final Allocation allocation;

    DemoCases(
            CaseDesk desk,
            Catalogue catalogue,
            Calendars calendars,
            Attachments attachments,
            Allocation allocation) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.attachments = attachments;
        this.allocation = allocation;
    }

    /// Makes one case of the power and brings it as far as its script says, never past today.
    UUID make(String power, DemoScript script, int number, LocalDate today) {
        return make(power, script, number, today, Map.of());
    }

    /// The same, with these answers instead of those made up: the number of a licence that is there.
    UUID make(
            String power,
            DemoScript script,
            int number,
            LocalDate today,
            Map<String, String> answers) {
        return new Run(power, script, number, today, answers).run();
    }

    /// One case on its way: the case, its script, and the virtual day.
    private final class Run {
        private final String power;
        private final DemoScript script;
        private final int number;
        private final LocalDate today;
        private final Map<String, String> filled;
        private LocalDate day;
        private int minute;
        private UUID caseId = new UUID(0, 0);

        Run(
                String power,
                DemoScript script,
                int number,
                LocalDate today,
                Map<String, String> filled) {
            this.filled = filled;
            this.power = power;
            this.script = script;
            this.number = number;
            this.today = today;
            this.day = workingDaysBefore(today, script.daysAgo());
        }

        UUID run() {
            submit();
            for (int i = 0; i < MOST_ACTS && !reached(); i++) {
                step();
            }
            finish();
            return caseId;
        }

        private CaseFile file() {
            return desk.file(caseId).orElseThrow();
        }

        private Instant at() {
            return day.atTime(LocalTime.of(9, 0).plusMinutes(7L * minute++ % 480))
                    .atZone(OfficialClock.ZONE)
                    .toInstant();
        }

        private void nextDay() {
            var next = calendars.current().plusWorkingDays(day, 1);
            day = next.isAfter(today) ? today : next;
            minute = 0;
        }

        private void submit() {
            var definition = catalogue.inForce(power, today).orElseThrow();
            var situation = definition.situation(script.situation()).orElseThrow();
            var subject = UUID.randomUUID().toString();
            var filings = filings(situation, subject, Set.of());
            var name = script.company();
            var applicant =
                    new Applicant(
                            subject,
                            number % 3 == 0 ? "demo-citizen" : "",
                            Applicant.Kind.ORGANISATION,
                            name,
                            name);
            var answers =
                    new LinkedHashMap<>(DemoForms.fill(situation, name, script.person(), number));
            answers.putAll(filled);
            var answer =
                    desk.open(
                            CaseDesk.newCommand(),
                            new Actor.Citizen("demo-citizen"),
                            power,
                            no ->
                                    new CaseCommand.SubmitApplication(
                                            no,
                                            power,
                                            situation.id(),
                                            "online",
                                            applicant,
                                            answers,
                                            filings,
                                            day,
                                            ""),
                            at());
            caseId = DemoActs.done(answer).caseId();
        }

        private List<Filing> filings(Situation situation, String subject, Set<String> leaveOut) {
            var filings = new ArrayList<Filing>();
            for (var material : situation.materials()) {
                if (material.source().uploaded() && !leaveOut.contains(material.id())) {
                    var stored =
                            attachments.store(
                                    subject,
                                    "application/pdf",
                                    new ByteArrayInputStream(DemoForms.samplePdf(material.id())));
                    filings.add(
                            new Filing(
                                    material.id(),
                                    stored.id().toString(),
                                    stored.commitment(),
                                    material.name().zh() + ".pdf",
                                    stored.size()));
                }
            }
            return filings;
        }

        private boolean reached() {
            var state = file().state();
            var open = state.open();
            return state.isClosed()
                    || switch (script.goal()) {
                        case RECEIVED,
                                SUPPLEMENT_ASKED,
                                SUPPLEMENTED,
                                SILENT,
                                NOT_ACCEPTED,
                                WITHDRAWN ->
                                true;
                        case IN_REVIEW ->
                                standsAt(open, StepKind.PAIRED_REVIEW, StepKind.FORM_REVIEW);
                        case ONE_OPINION ->
                                work(open, StepWork.Review.class, w -> w.opinions().size() == 1);
                        case DIFFERENCE ->
                                work(open, StepWork.Review.class, StepWork.Review::bothIn);
                        case TO_INSPECT -> standsAt(open, StepKind.SITE_INSPECTION);
                        case TO_SIGN_INSPECTION ->
                                work(open, StepWork.Inspection.class, w -> w.recorded() != null);
                        case PARTIES_TOLD, HEARING_ASKED ->
                                work(open, StepWork.Notice.class, w -> w.told() != null);
                        case TO_MEET, PAUSED, EXTENDED -> standsAt(open, StepKind.DELIBERATION);
                        case TO_SIGN_MINUTES ->
                                work(open, StepWork.Meeting.class, w -> w.minutes() != null);
                        case TO_REVIEW_JOINTLY ->
                                standsAt(open, StepKind.DELIBERATION)
                                        && state.rounds().stream()
                                                        .filter(r ->
                                                                r.kind() == StepKind.DELIBERATION)
                                                        .count()
                                                > 1;
                        case TO_DECIDE -> standsAt(open, StepKind.DECISION);
                        case DECIDED, OBJECTED -> state.decided() != null;
                        case ARCHIVED -> false;
                    };
        }

        /// What the goal asks for beyond having come there.
        private void finish() {
            var state = file().state();
            var first = state.open().isEmpty() ? "" : state.open().getFirst().step();
            switch (script.goal()) {
                case SUPPLEMENT_ASKED, SUPPLEMENTED -> supplement(first);
                case NOT_ACCEPTED -> {
                    nextDay();
                    act(
                            "shenruoxi",
                            new CaseCommand.RefuseAcceptance(
                                    first, "not-this-organ", "申请事项依法不属于本机关职权范围，应向县公安局申请。"));
                }
                case WITHDRAWN -> {
                    nextDay();
                    act("shenruoxi", new CaseCommand.Withdraw("申请人因经营计划调整撤回申请。"));
                }
                case SILENT -> {
                    day = today;
                    act(new Actor.Time(), new CaseCommand.LetTimePass());
                }
                case HEARING_ASKED ->
                        act("limin", new CaseCommand.RequestHearing(first, "相邻住户代表", day, ""));
                case PAUSED ->
                        act(
                                "limin",
                                new CaseCommand.Pause(
                                        ground("expert-review", file().situation()),
                                        "已书面告知申请人：需专家评审，所需时间不计入期限。"));
                case EXTENDED ->
                        act("chenyuanshan", new CaseCommand.Extend(5, "涉及消防现场复核，十日内不能作出决定。"));
                case OBJECTED ->
                        state.open().stream()
                                .filter(r -> r.kind() == StepKind.PUBLICITY)
                                .findFirst()
                                .ifPresent(r ->
                                        act(
                                                new Actor.Citizen("demo-citizen"),
                                                new CaseCommand.RaiseObjection(
                                                        r.step(),
                                                        "附近居民",
                                                        "0570-5550000",
                                                        "公示的营业场所与小学距离有疑问，请复核。")));
                default -> {}
            }
        }

        private void supplement(String accept) {
            var file = file();
            var item =
                    file.situation().materials().stream()
                            .filter(m -> m.source().uploaded())
                            .findFirst()
                            .orElseThrow()
                            .id();
            nextDay();
            act(
                    "shenruoxi",
                    new CaseCommand.RequestSupplement(accept, List.of(item), "所附材料缺页，请补齐后重新上传。"));
            if (script.goal() == Goal.SUPPLEMENTED) {
                nextDay();
                var waiting = file().state().open().getFirst().step();
                var subject = file.state().opening().applicant().subject();
                var keep = new LinkedHashSet<String>();
                file.situation().materials().forEach(m -> keep.add(m.id()));
                keep.remove(item);
                act(
                        "shenruoxi",
                        new CaseCommand.SupplyMaterials(
                                waiting, Map.of(), filings(file.situation(), subject, keep)));
            }
        }

        private void step() {
            var file = file();
            var open = file.state().open();
            // Publicity waits for time; everything else that is open is done first.
            var round =
                    open.stream()
                            .filter(r -> r.kind() != StepKind.PUBLICITY)
                            .findFirst()
                            .orElse(open.getFirst());
            switch (round.kind()) {
                case ACCEPTANCE -> act("shenruoxi", new CaseCommand.Accept(round.step()));
                case FORM_REVIEW -> act("limin", opinion(file, round));
                case PAIRED_REVIEW -> review(file, round);
                case SITE_INSPECTION -> inspect(file, round);
                case PARTY_NOTICE -> notice(round);
                case DELIBERATION, OBJECTION_REVIEW -> meet(file, round);
                case DECISION -> decide(file, round);
                case SERVICE ->
                        act(
                                "shenruoxi",
                                new CaseCommand.Serve(
                                        round.step(),
                                        day,
                                        "direct",
                                        script.person(),
                                        "送达回证已签收",
                                        ""));
                case PUBLICITY -> {
                    var due = round.due();
                    day = due == null ? today : calendars.current().plusWorkingDays(due, 1);
                    day = day.isAfter(today) ? today : day;
                    act(new Actor.Time(), new CaseCommand.LetTimePass());
                }
                case ARCHIVING -> act("wuxiaodie", new CaseCommand.Archive(round.step()));
                default ->
                        throw new IllegalStateException(
                                "the scripts do not come here: " + round.kind());
            }
            nextDay();
        }

        private void review(CaseFile file, StepRound round) {
            if (round.work() instanceof StepWork.Review w && w.a() == null) {
                act(
                        "limin",
                        new CaseCommand.AppointPair(
                                round.step(), DemoPeople.id("limin"), DemoPeople.id("zhouqihang")));
            } else if (round.work() instanceof StepWork.Review w && w.bothIn()) {
                for (var standard : w.differences()) {
                    act(
                            "limin",
                            new CaseCommand.SettleDifference(
                                    round.step(),
                                    standard,
                                    script.grant() ? Verdict.MET : Verdict.UNMET,
                                    "经现场复核认定。"));
                }
            } else if (round.work() instanceof StepWork.Review w && w.opinions().isEmpty()) {
                act("limin", opinion(file, round));
            } else {
                act("zhouqihang", opinion(file, round));
            }
        }

        private CaseCommand.GiveOpinion opinion(CaseFile file, StepRound round) {
            boolean second = round.work() instanceof StepWork.Review w && !w.opinions().isEmpty();
            var verdicts = new LinkedHashMap<String, Verdict>();
            Cases.standards(file.definition(), file.situation())
                    .keySet()
                    .forEach(s -> verdicts.put(s, Verdict.MET));
            if (!script.grant()) {
                verdicts.put(verdicts.keySet().iterator().next(), Verdict.UNMET);
            }
            if (script.goal() == Goal.DIFFERENCE && second) {
                var last = List.copyOf(verdicts.keySet()).getLast();
                verdicts.put(last, Verdict.DOUBT);
            }
            return new CaseCommand.GiveOpinion(
                    round.step(), verdicts, Map.of(), second ? "复核意见同上，逐项核对材料原件。" : "材料齐全，逐项核对。");
        }

        private void inspect(CaseFile file, StepRound round) {
            if (round.work() instanceof StepWork.Inspection w && w.recorded() != null) {
                for (var inspector : w.recorded().inspectors()) {
                    if (!w.signed().contains(inspector)) {
                        act(inspector, new CaseCommand.SignInspection(round.step()));
                    }
                }
                return;
            }
            var verdicts = new LinkedHashMap<String, Verdict>();
            var measured = new LinkedHashMap<String, Long>();
            Cases.standards(file.definition(), file.situation())
                    .forEach((id, standard) -> {
                        var measure = standard.measure();
                        if (measure != null) {
                            long slack = Math.max(1, measure.bound() / 10);
                            long value =
                                    switch (measure.comparison()) {
                                        case AT_LEAST -> measure.bound() + slack;
                                        case AT_MOST -> Math.max(0, measure.bound() - slack);
                                    };
                            verdicts.put(id, Verdict.MET);
                            measured.put(id, value);
                        }
                    });
            act(
                    "zhaojun",
                    new CaseCommand.RecordInspection(
                            round.step(),
                            day,
                            Set.of(DemoPeople.id("zhaojun"), DemoPeople.id("limin")),
                            verdicts,
                            measured,
                            "两名执法人员持证到场，实地测量并拍照，申请人在场。",
                            List.of(),
                            "",
                            "",
                            Position.of("30.274100, 120.155100 ±12").orElseThrow()));
        }

        private void notice(StepRound round) {
            if (round.work() instanceof StepWork.Notice w && w.told() != null) {
                for (var party : w.told().parties()) {
                    act("limin", new CaseCommand.WaiveHearing(round.step(), party));
                }
            } else {
                act(
                        "limin",
                        new CaseCommand.TellParties(
                                round.step(), day, List.of("相邻住户代表"), "书面告知并在现场张贴", ""));
            }
        }

        private void meet(CaseFile file, StepRound round) {
            var step = file.situation().step(round.step()).orElseThrow();
            var kind =
                    file.definition()
                            .meeting(java.util.Objects.requireNonNull(step.meeting()))
                            .orElseThrow();
            var organ = file.definition().organ();
            if (round.work() instanceof StepWork.Meeting w && w.minutes() != null) {
                act(w.minutes().chair(), new CaseCommand.SignMinutes(round.step()));
                return;
            }
            var chair = allocation.roster().holders(kind.chair(), organ, day).getFirst();
            var due =
                    new LinkedHashSet<PersonId>(
                            allocation.roster().holders(kind.members(), organ, day));
            due.add(chair);
            var statements = new LinkedHashMap<PersonId, String>();
            due.stream().filter(p -> !p.equals(chair)).forEach(p -> statements.put(p, "同意审查意见。"));
            statements.put(chair, "同意大家的意见，按程序办理。");
            var ballots = new LinkedHashMap<PersonId, Ballot>();
            boolean agree = script.grant() || round.kind() == StepKind.OBJECTION_REVIEW;
            statements.keySet().forEach(p -> ballots.put(p, agree ? Ballot.FOR : Ballot.AGAINST));
            var minutes =
                    new Minutes(
                            day,
                            chair,
                            List.copyOf(due),
                            statements,
                            ballots,
                            agree,
                            agree ? "" : "与会人员一致认为不符合条件。",
                            agree ? "会议同意提请下一环节办理。" : "会议认为不符合法定条件，不同意。");
            act(
                    "wangli",
                    round.kind() == StepKind.DELIBERATION && kind.chair().equals("section-head"),
                    new CaseCommand.RecordMeeting(round.step(), minutes, ""));
        }

        private void decide(CaseFile file, StepRound round) {
            var first =
                    Cases.standards(file.definition(), file.situation()).keySet().iterator().next();
            act(
                    "linshufen",
                    new CaseCommand.Decide(
                            round.step(),
                            script.grant(),
                            script.grant() ? Set.of() : Set.of(first),
                            script.grant() ? "经审查符合法定条件、标准，依法准予许可。" : "经审查不符合法定条件，依法不予许可。",
                            ""));
        }

        private void act(String username, boolean chairRecords, CaseCommand command) {
            act(chairRecords ? username : "hejingyi", command);
        }

        private void act(String username, CaseCommand command) {
            act(DemoPeople.id(username), command);
        }

        private void act(PersonId person, CaseCommand command) {
            act(new Actor.Officer(person), command);
        }

        private void act(Actor actor, CaseCommand command) {
            DemoActs.done(desk.act(CaseDesk.newCommand(), actor, caseId, command, at()));
        }
    }

    private static boolean standsAt(List<StepRound> open, StepKind... kinds) {
        return open.stream().anyMatch(r -> List.of(kinds).contains(r.kind()));
    }

    private static <W extends StepWork> boolean work(
            List<StepRound> open, Class<W> type, java.util.function.Predicate<W> holds) {
        return open.stream()
                .map(StepRound::work)
                .filter(type::isInstance)
                .map(type::cast)
                .anyMatch(holds);
    }

    private static String ground(String wanted, Situation situation) {
        return situation.limits().pauses().stream()
                .map(g -> g.id())
                .filter(wanted::equals)
                .findFirst()
                .orElse(situation.limits().pauses().getFirst().id());
    }

    private LocalDate workingDaysBefore(LocalDate day, int n) {
        var calendar = calendars.current();
        var d = day;
        for (int left = n; left > 0 || !calendar.isWorkingDay(d); ) {
            d = d.minusDays(1);
            if (calendar.isWorkingDay(d)) {
                left--;
            }
        }
        return d;
    }
}
