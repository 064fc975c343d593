package org.guiju.app.demo;

import static org.guiju.app.demo.DemoActs.done;
import static org.guiju.app.demo.DemoActs.officer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.NumberedForms;
import org.guiju.app.demo.DemoPenaltyScript.Goal;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Fines;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VerbCommand;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 示例处罚案件的推进: carries a penalty case through the decider in virtual time, as its officers would.
@Component
class DemoPenalties {
    private static final int MOST_ACTS = 60;
    private static final String PREFIX = "A";
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Allocation allocation;
    private final NumberedForms forms;

    DemoPenalties(
            CaseDesk desk,
            Catalogue catalogue,
            Calendars calendars,
            Allocation allocation,
            NumberedForms forms) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.allocation = allocation;
        this.forms = forms;
    }

    /// 领用: one pad for each enforcer who goes out with them; asked twice, it answers once.
    void pads(LocalDate today) {
        pad("caoyang", 1, today);
        pad("fanxue", 21, today);
        pad("hanlei", 41, today);
        vouchers(today);
    }

    /// 应急凭证 at the two windows, issued before anybody needed one.
    private void vouchers(LocalDate today) {
        var at = today.minusDays(100).atTime(9, 30).atZone(OfficialClock.ZONE).toInstant();
        List.of(
                        new Slips(new OrganId("qinglan-culture"), "shenruoxi", "wuxiaodie", "文凭"),
                        new Slips(DemoPeople.CHENGGUAN, "caoyang", "panwenjing", "城凭"))
                .stream()
                .filter(s -> forms.vouchers(s.organ()).isEmpty())
                .forEach(s ->
                        forms.issue(
                                s.organ(),
                                new NumberedForms.Pad(
                                        NumberedForm.Kind.VOUCHER,
                                        DemoPeople.id(s.holder()),
                                        s.prefix(),
                                        1,
                                        20),
                                Stamp.own(
                                        at,
                                        DemoPeople.id(s.office()).value(),
                                        UUID.nameUUIDFromBytes(
                                                ("vouchers:" + s.prefix())
                                                        .getBytes(StandardCharsets.UTF_8)))));
    }

    /// 一本空白凭证.
    private record Slips(OrganId organ, String holder, String office, String prefix) {}

    private void pad(String username, int from, LocalDate today) {
        var organ = DemoPeople.CHENGGUAN;
        var at = today.minusDays(100).atTime(9, 0).atZone(OfficialClock.ZONE).toInstant();
        var id = UUID.nameUUIDFromBytes(("pad:" + username).getBytes(StandardCharsets.UTF_8));
        if (forms.find(organ, NumberedForm.number(PREFIX, from)).isEmpty()) {
            forms.issue(
                    organ,
                    new NumberedForms.Pad(DemoPeople.id(username), PREFIX, from, from + 19),
                    Stamp.own(at, DemoPeople.id("panwenjing").value(), id));
        }
    }

    /// Makes one case and brings it as far as its script says, never past today.
    void make(DemoPenaltyScript script, int number, LocalDate today) {
        new Run(script, number, today).run();
    }

    /// One case on its way: the case, its script, and the virtual day.
    private final class Run {
        private final DemoPenaltyScript script;
        private final int number;
        private final LocalDate today;
        private LocalDate day;
        private int minute;
        private UUID caseId = new UUID(0, 0);

        Run(DemoPenaltyScript script, int number, LocalDate today) {
            this.script = script;
            this.number = number;
            this.today = today;
            this.day = workingDay(today.minusDays(script.daysAgo()));
        }

        void run() {
            register();
            for (int i = 0; i < MOST_ACTS && !reached(); i++) {
                step();
            }
            if (script.goal() == Goal.HEARING_ASKED) {
                var step = file().state().open().getFirst().step();
                act("caoyang", new CaseCommand.RequestHearing(step, script.person(), day, ""));
            }
        }

        private CaseFile file() {
            return desk.file(caseId).orElseThrow();
        }

        private Instant at() {
            return day.atTime(LocalTime.of(9, 0).plusMinutes(7L * minute++ % 480))
                    .atZone(OfficialClock.ZONE)
                    .toInstant();
        }

        private void next() {
            to(calendars.current().plusWorkingDays(day, 1));
        }

        private void to(LocalDate then) {
            day = then.isAfter(today) ? today : then;
            minute = 0;
        }

        private LocalDate workingDay(LocalDate wanted) {
            var d = wanted;
            while (!calendars.current().isWorkingDay(d)) {
                d = d.plusDays(1);
            }
            return d.isAfter(today) ? today : d;
        }

        private void register() {
            var power = DemoPenaltyScript.POWER;
            var definition = catalogue.inForce(power, today).orElseThrow();
            var situation = definition.situation(script.situation()).orElseThrow();
            var name = script.person();
            var person =
                    new Applicant(
                            UUID.randomUUID().toString(),
                            "code:" + UUID.randomUUID(),
                            script.citizen() ? Applicant.Kind.PERSON : Applicant.Kind.ORGANISATION,
                            name,
                            script.citizen()
                                    ? name.substring(0, 1) + "*".repeat(name.length() - 1)
                                    : name);
            var answers = new LinkedHashMap<String, String>();
            answers.put("found-at", "环城北路 %d 号门前".formatted(10 + number));
            answers.put("found-how", "巡查发现人行道上堆放物品，占用道路通行空间，现场没有出示批准文件。");
            answers.put("area", Integer.toString(3 + number));
            answers.put("party-phone", "0570-555%04d".formatted(2000 + number));
            caseId =
                    done(desk.open(
                                    CaseDesk.newCommand(),
                                    officer("caoyang"),
                                    power,
                                    no ->
                                            new CaseCommand.RegisterClue(
                                                    no,
                                                    power,
                                                    situation.id(),
                                                    "patrol",
                                                    person,
                                                    answers,
                                                    List.of(),
                                                    day,
                                                    ""),
                                    at()))
                            .caseId();
        }

        private boolean reached() {
            var state = file().state();
            var kinds = state.open().stream().map(StepRound::kind).toList();
            return state.isClosed()
                    || switch (script.goal()) {
                        case REGISTERED -> true;
                        case FILED -> kinds.contains(StepKind.INVESTIGATION);
                        case IN_INVESTIGATION ->
                                state.open().stream()
                                        .anyMatch(r ->
                                                r.work() instanceof StepWork.Investigation w
                                                        && !w.evidence().isEmpty());
                        case NOTICED, HEARING_ASKED ->
                                state.open().stream()
                                        .anyMatch(r ->
                                                r.work() instanceof StepWork.Notice w
                                                        && w.told() != null);
                        case TO_REVIEW -> kinds.contains(StepKind.LEGAL_REVIEW);
                        case AT_COMMITTEE -> kinds.contains(StepKind.DELIBERATION);
                        case DECIDED -> state.served() != null;
                        case UNPAID -> kinds.contains(StepKind.DEMAND);
                        case INSTALMENTS -> !state.penalty().dues().payments().isEmpty();
                        case DEMANDED -> state.penalty().dues().demanded() != null;
                        case ON_THE_SPOT -> state.decided() != null;
                        case CLOSED, NOT_PUNISHED, NO_CASE, SPOT_CLOSED -> false;
                    };
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
            var at = round.step();
            switch (round.kind()) {
                case CLUE_CHECK ->
                        act(
                                "caoyang",
                                new CaseCommand.ReportClue(
                                        at,
                                        script.goal() != Goal.NO_CASE,
                                        script.goal() == Goal.NO_CASE
                                                ? "经核查，堆放物在自有场地内，未占用城市道路。"
                                                : "经现场核查，占用城市道路属实，未查到批准文件，符合立案标准。"));
                case FILING_CHECK ->
                        act("jiangning", new CaseCommand.CheckFiling(at, true, "符合立案标准。"));
                case FILING ->
                        act(
                                "lujianhua",
                                new CaseCommand.FileCase(
                                        at,
                                        true,
                                        pair(),
                                        file.state().opening().receivedOn(),
                                        false,
                                        "涉嫌擅自占用、挖掘城市道路，同意立案。"));
                case INVESTIGATION -> investigate(round);
                case PENALTY_NOTICE -> notice(round);
                case RECHECK ->
                        act("caoyang", new CaseCommand.Recheck(at, false, sanction(), "申辩理由不成立。"));
                case LEGAL_REVIEW ->
                        act(
                                "jiangning",
                                new CaseCommand.ReviewLegality(
                                        at, true, "事实清楚，证据充分，依据正确，裁量适当，程序合法。"));
                case DELIBERATION -> meet(file, round);
                case PENALTY_DECISION ->
                        act(
                                "niezhiyuan",
                                new CaseCommand.DecidePenalty(
                                        at,
                                        proposed() == null
                                                ? PenaltyEvent.Result.SPARED
                                                : PenaltyEvent.Result.PUNISHED,
                                        proposed(),
                                        proposed() == null
                                                ? "违法行为轻微并及时改正，没有造成危害后果。"
                                                : "违反《城市道路管理条例》第二十七条第一项，按裁量基准处罚。"));
                case SERVICE ->
                        act(
                                "dengkai",
                                new CaseCommand.Serve(
                                        at, day, "direct", script.person(), "送达回证已签收", ""));
                case ON_THE_SPOT -> onTheSpot(file, at);
                case COLLECTION -> collect(file, at);
                case DEMAND -> act("dengkai", new CaseCommand.Demand(at, day, "直接送达", ""));
                case PUBLICITY -> pass(round);
                case ARCHIVING -> act("panwenjing", new CaseCommand.Archive(at));
                default ->
                        throw new IllegalStateException(
                                "the scripts do not come here: " + round.kind());
            }
            next();
        }

        private void investigate(StepRound round) {
            if (!(round.work() instanceof StepWork.Investigation w)) {
                return;
            }
            if (w.report() != null) {
                w.due().stream()
                        .filter(p -> !w.signed().contains(p))
                        .findFirst()
                        .ifPresent(p ->
                                act(
                                        new Actor.Officer(p),
                                        new CaseCommand.SignReport(round.step())));
            } else if (w.evidence().size() < 2) {
                boolean first = w.evidence().isEmpty();
                act(
                        "caoyang",
                        new CaseCommand.TakeEvidence(
                                round.step(),
                                day,
                                pair(),
                                first ? "现场勘验笔录" : "询问笔录",
                                first ? "占用人行道，位置和面积经测量并拍照。" : "当事人承认没有办理批准手续。",
                                List.of(),
                                ""));
            } else {
                act(
                        "caoyang",
                        new CaseCommand.ConcludeInvestigation(
                                round.step(),
                                "当事人未经批准占用、挖掘城市道路，位置、面积有勘验笔录和照片，当事人承认。",
                                proposed(),
                                "违反《城市道路管理条例》第二十七条第一项，按裁量基准提出建议。"));
            }
        }

        /// Nobody answers: the period runs out.
        private void notice(StepRound round) {
            if (round.work() instanceof StepWork.Notice w && w.told() != null) {
                to(w.told().until().plusDays(1));
                act(new Actor.Time(), new CaseCommand.LetTimePass());
            } else {
                act("caoyang", new CaseCommand.NotifyPenalty(round.step(), day, "直接送达", ""));
            }
        }

        private void meet(CaseFile file, StepRound round) {
            if (round.work() instanceof StepWork.Meeting w && w.minutes() != null) {
                act(
                        new Actor.Officer(w.minutes().chair()),
                        new CaseCommand.SignMinutes(round.step()));
                return;
            }
            var step = file.situation().step(round.step()).orElseThrow();
            var kind =
                    file.definition()
                            .meeting(java.util.Objects.requireNonNull(step.meeting()))
                            .orElseThrow();
            var organ = file.definition().organ();
            var chair = allocation.roster().holders(kind.chair(), organ, day).getFirst();
            var due =
                    new LinkedHashSet<PersonId>(
                            allocation.roster().holders(kind.members(), organ, day));
            due.add(chair);
            var statements = new LinkedHashMap<PersonId, String>();
            due.stream()
                    .filter(p -> !p.equals(chair))
                    .forEach(p -> statements.put(p, "事实清楚，同意处罚建议。"));
            statements.put(chair, "同意大家的意见。");
            var ballots = new LinkedHashMap<PersonId, Ballot>();
            statements.keySet().forEach(p -> ballots.put(p, Ballot.FOR));
            act(
                    "panwenjing",
                    new CaseCommand.RecordMeeting(
                            round.step(),
                            new Minutes(
                                    day,
                                    chair,
                                    List.copyOf(due),
                                    statements,
                                    ballots,
                                    true,
                                    "",
                                    "会议同意法制审核后的处理意见。"),
                            proposed(),
                            ""));
        }

        private void onTheSpot(CaseFile file, String at) {
            var pad = forms.unused(file.definition().organ(), DemoPeople.id("caoyang"));
            boolean collected = script.goal() == Goal.SPOT_CLOSED;
            act(
                    "caoyang",
                    new CaseCommand.PunishOnTheSpot(
                            at,
                            day,
                            pair(),
                            pad.iterator().next(),
                            "环城北路 %d 号门前".formatted(10 + number),
                            "占道摆放桌椅约 3 平方米，责令后当日改正。",
                            "没有意见。",
                            sanction(),
                            true,
                            collected ? script.fine() : 0,
                            "",
                            ""));
        }

        private void collect(CaseFile file, String at) {
            var owed =
                    Fines.owed(file.state(), calendars.current(), day)
                            .orElseThrow(() -> new IllegalStateException("nothing is owed"));
            if (script.goal() == Goal.INSTALMENTS) {
                instalments(at, owed);
                return;
            }
            if (script.goal() == Goal.UNPAID || script.goal() == Goal.DEMANDED) {
                to(owed.until().plusDays(1));
                act(new Actor.Time(), new CaseCommand.LetTimePass());
                return;
            }
            if (owed.rest() > 0) {
                act(
                        "ouyangqian",
                        new CaseCommand.RecordPayment(
                                at, day, owed.rest(), "回单 2026%06d".formatted(number), ""));
            }
        }

        /// 分期: the first part comes in on its day, the second is missed, the third lies ahead.
        private void instalments(String at, Fines.Owed owed) {
            var first = owed.until();
            long part = owed.fine() / 3;
            act(
                    "niezhiyuan",
                    new VerbCommand.GrantInstalments(
                            at,
                            List.of(
                                    new PenaltyEvent.Instalment(first, part),
                                    new PenaltyEvent.Instalment(first.plusDays(10), part),
                                    new PenaltyEvent.Instalment(
                                            first.plusDays(80), owed.fine() - 2 * part)),
                            "店铺装修停业两个月，收入减少，申请分三期缴纳。",
                            "经核实确有经济困难，同意分三期缴纳。"));
            to(first);
            act(
                    "ouyangqian",
                    new CaseCommand.RecordPayment(
                            at, day, part, "回单 2026%06d".formatted(number), ""));
        }

        private void pass(StepRound round) {
            var due = round.due();
            to(due == null ? today : due.plusDays(1));
            act(new Actor.Time(), new CaseCommand.LetTimePass());
        }

        private @Nullable Sanction proposed() {
            return script.goal() == Goal.NOT_PUNISHED ? null : sanction();
        }

        private Sanction sanction() {
            var parts = script.grade().split("/", 2);
            return new Sanction(parts[0], parts[1], false, script.fine(), "三日内清除占用物、恢复道路原状。");
        }

        private Set<PersonId> pair() {
            return Set.of(DemoPeople.id("caoyang"), DemoPeople.id("dengkai"));
        }

        private void act(String username, CaseCommand command) {
            act(officer(username), command);
        }

        private void act(Actor actor, CaseCommand command) {
            done(desk.act(CaseDesk.newCommand(), actor, caseId, command, at()));
        }
    }
}
