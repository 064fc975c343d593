package org.guiju.app.demo;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.app.demo.SimulatedCase.Move;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.Ballot;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.Verdict;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 办案习惯: what the office does next in a simulated case, by the kind of its open step. Knows kinds, and no power.
final class Habits {
    private final SimulatedCase simulated;
    private final PenaltyHabits penalty;
    private boolean paused;
    private boolean extended;
    private boolean objected;

    Habits(SimulatedCase simulated) {
        this.simulated = simulated;
        this.penalty = new PenaltyHabits(simulated);
    }

    /// The next move; empty where everything that is open waits for time.
    Optional<Move> next() {
        var state = simulated.state();
        var whole = wholeCase();
        if (whole.isPresent()) {
            return whole;
        }
        for (var round : state.open()) {
            var step = simulated.situation.step(round.step()).orElseThrow();
            var move = move(round, step);
            if (move.isPresent()) {
                return move;
            }
        }
        return Optional.empty();
    }

    /// Acts on the case itself: pause, resume, extend, withdraw, confirm what was entered late.
    private Optional<Move> wholeCase() {
        var state = simulated.state();
        var q = simulated.quirks;
        var handler = state.firstHandler();
        if (state.standstill().on() != null) {
            boolean hearing = state.standstill().on().ground().equals("hearing");
            return hearing || handler == null
                    ? Optional.empty()
                    : Optional.of(
                            Move.by(handler, new CaseCommand.Resume("评审、鉴定结束，意见入卷"), wait(4, 12)));
        }
        if (state.acceptedOn() == null || state.decided() != null || handler == null) {
            return Optional.empty();
        }
        if (q.withdraws() && simulated.situation.onApplication() && state.review().isPresent()) {
            return Optional.of(
                    new Move(
                            new Actor.Citizen(state.opening().applicant().account()),
                            new CaseCommand.Withdraw("经营计划调整，不再申请"),
                            wait(0, 2)));
        }
        var grounds =
                simulated.situation.limits().pauses().stream()
                        .filter(g -> !g.id().equals("hearing"))
                        .toList();
        if (q.pauses() && !paused && !grounds.isEmpty()) {
            paused = true;
            return Optional.of(
                    Move.by(
                            handler,
                            new CaseCommand.Pause(grounds.getFirst().id(), "已书面告知所需时间"),
                            wait(0, 2)));
        }
        var extension = simulated.situation.limits().extension();
        var longest = extension.limit();
        if (q.extends_() && !extended && longest != null) {
            extended = true;
            return simulated
                    .pick(extension.by(), Duty.NONE)
                    .map(head ->
                            Move.by(
                                    head,
                                    new CaseCommand.Extend(
                                            Math.max(1, longest.n() / 2), "情况复杂，需进一步核实"),
                                    0));
        }
        return Optional.empty();
    }

    private Optional<Move> move(StepRound round, Step step) {
        return switch (round.kind()) {
            case ACCEPTANCE -> accept(step);
            case ONE_OFF_NOTICE -> supply(step);
            case FORM_REVIEW -> by(step, opinion(step, false), delay(step));
            case PAIRED_REVIEW -> review(round, step);
            case SITE_INSPECTION -> inspect(round, step);
            case PARTY_NOTICE -> tell(round, step);
            case HEARING -> hear(round, step);
            case ORGAN_OPINION ->
                    by(step, new CaseCommand.GiveOrganOpinion(step.id(), true, "无异议"), delay(step));
            case DELIBERATION, OBJECTION_REVIEW -> meet(round, step);
            case DECISION -> decide(step);
            case PUBLICITY -> object(step);
            case SERVICE ->
                    by(
                            step,
                            new CaseCommand.Serve(
                                    step.id(),
                                    simulated.day(),
                                    "direct",
                                    simulated.state().opening().applicant().name(),
                                    "送达回证已签收",
                                    ""),
                            wait(0, 4));
            case ARCHIVING -> by(step, new CaseCommand.Archive(step.id()), wait(1, 5));
            default -> penalty.move(round, step);
        };
    }

    private Optional<Move> accept(Step step) {
        var q = simulated.quirks;
        var state = simulated.state();
        if (q.silent() && !state.supplementAsked()) {
            return Optional.empty();
        }
        if (q.notAccepted()) {
            return by(
                    step,
                    new CaseCommand.RefuseAcceptance(step.id(), "not-ours", "申请事项不属于本机关职权范围"),
                    wait(0, 2));
        }
        var missing =
                simulated.situation.materials().stream()
                        .filter(m -> m.source().uploaded() && m.required())
                        .map(m -> m.id())
                        .filter(m ->
                                state.filings().stream().noneMatch(f -> f.material().equals(m)))
                        .toList();
        return missing.isEmpty()
                ? by(step, new CaseCommand.Accept(step.id()), wait(0, 1))
                : by(
                        step,
                        new CaseCommand.RequestSupplement(step.id(), missing, "请补齐所列材料"),
                        wait(0, 3));
    }

    private Optional<Move> supply(Step step) {
        var applicant = simulated.state().opening().applicant();
        return Optional.of(
                new Move(
                        new Actor.Citizen(applicant.account()),
                        new CaseCommand.SupplyMaterials(
                                step.id(), Map.of(), simulated.lateFilings()),
                        wait(1, 9)));
    }

    private Optional<Move> review(StepRound round, Step step) {
        if (!(round.work() instanceof StepWork.Review w)) {
            return Optional.empty();
        }
        var a = w.a();
        var b = w.b();
        if (a == null || b == null) {
            var free = simulated.free(step.role(), Duty.REVIEW);
            int i = simulated.random.nextInt(free.size());
            var first = free.get(i);
            var second = free.get((i + 1) % free.size());
            return Optional.of(
                    Move.by(first, new CaseCommand.AppointPair(step.id(), first, second), 0));
        }
        if (!w.opinions().containsKey(org.guiju.kernel.cases.CaseEvent.Side.A)) {
            return Optional.of(Move.by(a, opinion(step, false), delay(step)));
        }
        if (!w.bothIn()) {
            return Optional.of(Move.by(b, opinion(step, simulated.quirks.differs()), wait(0, 1)));
        }
        return w.differences().stream()
                .filter(s -> !w.settled().containsKey(s))
                .findFirst()
                .map(s ->
                        Move.by(
                                a,
                                new CaseCommand.SettleDifference(
                                        step.id(), s, verdict(s), "共同复核材料原件后认定"),
                                0));
    }

    private Verdict verdict(String standard) {
        return simulated.quirks.unmet() && standard.equals(unmet()) ? Verdict.UNMET : Verdict.MET;
    }

    /// The standard that a case to be refused does not meet: one that nobody measures.
    private String unmet() {
        return standards().entrySet().stream()
                .filter(s -> s.getValue().measure() == null)
                .map(Map.Entry::getKey)
                .reduce((_, later) -> later)
                .orElse("");
    }

    private Map<String, Condition.Standard> standards() {
        return Cases.standards(simulated.power, simulated.situation);
    }

    private CaseCommand opinion(Step step, boolean doubts) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        standards().keySet().forEach(s -> verdicts.put(s, verdict(s)));
        if (doubts) {
            verdicts.put(verdicts.keySet().iterator().next(), Verdict.DOUBT);
        }
        return new CaseCommand.GiveOpinion(step.id(), verdicts, Map.of(), "逐项核对材料");
    }

    private Optional<Move> inspect(StepRound round, Step step) {
        if (!(round.work() instanceof StepWork.Inspection w)) {
            return Optional.empty();
        }
        if (w.recorded() != null) {
            return w.recorded().inspectors().stream()
                    .filter(p -> !w.signed().contains(p))
                    .sorted(java.util.Comparator.comparing(PersonId::value))
                    .findFirst()
                    .map(p -> Move.by(p, new CaseCommand.SignInspection(step.id()), wait(0, 1)));
        }
        var pair =
                simulated
                        .state()
                        .latest(StepWork.Review.class)
                        .map(StepWork.Review::a)
                        .orElse(null);
        var other =
                simulated.free(step.role(), Duty.INSPECT).stream()
                        .filter(p -> !p.equals(pair))
                        .filter(p ->
                                simulated.roster.qualified(
                                        p, step.officers().qualification(), simulated.day()))
                        .toList();
        if (pair == null || other.isEmpty()) {
            return Optional.empty();
        }
        var second = other.get(simulated.random.nextInt(other.size()));
        return Optional.of(Move.by(second, inspection(step, pair, second), delay(step)));
    }

    private CaseCommand inspection(Step step, PersonId one, PersonId two) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        var measured = new LinkedHashMap<String, Long>();
        standards()
                .forEach((id, standard) -> {
                    var measure = standard.measure();
                    if (measure != null) {
                        verdicts.put(id, Verdict.MET);
                        long slack = Math.max(1, measure.bound() / 8);
                        measured.put(
                                id,
                                measure.comparison() == Condition.Comparison.AT_LEAST
                                        ? measure.bound() + simulated.random.nextLong(slack + 1)
                                        : measure.bound());
                    }
                });
        return new CaseCommand.RecordInspection(
                step.id(),
                simulated.day(),
                Set.of(one, two),
                verdicts,
                measured,
                "两名执法人员持证到场，实地测量并拍照，申请人在场。",
                List.of(),
                "",
                "",
                null);
    }

    private Optional<Move> tell(StepRound round, Step step) {
        if (!(round.work() instanceof StepWork.Notice w) || w.told() == null) {
            boolean parties = simulated.random.nextInt(100) < 25 || simulated.quirks.heard();
            return by(
                    step,
                    new CaseCommand.TellParties(
                            step.id(),
                            simulated.day(),
                            parties ? List.of("相邻住户代表") : List.of(),
                            parties ? "书面告知并在现场张贴" : "经走访无利害关系人",
                            ""),
                    wait(0, 1));
        }
        return simulated.quirks.heard()
                ? by(
                        step,
                        new CaseCommand.RequestHearing(step.id(), "相邻住户代表", simulated.day(), ""),
                        1)
                : Optional.empty();
    }

    private Optional<Move> hear(StepRound round, Step step) {
        if (!(round.work() instanceof StepWork.HearingRound w)) {
            return Optional.empty();
        }
        var scheduled = w.scheduled();
        if (scheduled == null) {
            var chair = simulated.pick(step.role(), Duty.HEAR);
            return chair.map(c ->
                    Move.by(
                            c,
                            new CaseCommand.ScheduleHearing(
                                    step.id(),
                                    new Appointment(
                                            simulated.calendar.plusWorkingDays(simulated.day(), 9),
                                            LocalTime.of(9, 30),
                                            "局机关二楼会议室"),
                                    c),
                            1));
        }
        int days = simulated.calendar.workingDaysAfter(simulated.day(), scheduled.when().day());
        return colleague(scheduled.chair())
                .map(recorder ->
                        Move.by(
                                scheduled.chair(),
                                new CaseCommand.HoldHearing(
                                        step.id(),
                                        scheduled.when().day(),
                                        recorder,
                                        "听证笔录全文入卷",
                                        ""),
                                Math.max(0, days)));
    }

    private Optional<PersonId> colleague(PersonId chair) {
        return simulated.roster.assignments().stream()
                .filter(a -> a.organ().equals(simulated.power.organ()))
                .map(a -> a.person())
                .filter(p -> !p.equals(chair))
                .findFirst();
    }

    private Optional<Move> meet(StepRound round, Step step) {
        if (!(round.work() instanceof StepWork.Meeting w)) {
            return Optional.empty();
        }
        if (w.minutes() != null) {
            return Optional.of(
                    Move.by(
                            w.minutes().chair(),
                            new CaseCommand.SignMinutes(step.id()),
                            wait(0, 1)));
        }
        var recorder = simulated.pick(step.role(), Duty.DELIBERATE);
        return recorder.map(r -> Move.by(r, meeting(round, step), delay(step)));
    }

    private CaseCommand meeting(StepRound round, Step step) {
        var kind =
                simulated
                        .power
                        .meeting(java.util.Objects.requireNonNull(step.meeting()))
                        .orElseThrow();
        var organ = simulated.power.organ();
        var chair = simulated.roster.holders(kind.chair(), organ, simulated.day()).getFirst();
        var due =
                new LinkedHashSet<PersonId>(
                        simulated.roster.holders(kind.members(), organ, simulated.day()));
        due.add(chair);
        boolean agrees = round.kind() == StepKind.OBJECTION_REVIEW || !refuses();
        var statements = new LinkedHashMap<PersonId, String>();
        due.stream()
                .filter(p -> !p.equals(chair))
                .forEach(p -> statements.put(p, agrees ? "同意。" : "不符合条件。"));
        statements.put(chair, agrees ? "同意大家的意见。" : "按大家的意见办理。");
        var ballots = new LinkedHashMap<PersonId, Ballot>();
        statements.keySet().forEach(p -> ballots.put(p, agrees ? Ballot.FOR : Ballot.AGAINST));
        var minutes =
                new Minutes(
                        simulated.day(),
                        chair,
                        List.copyOf(due),
                        statements,
                        ballots,
                        agrees,
                        agrees ? "" : "与会人员一致认为不符合条件。",
                        agrees ? "会议同意提请下一环节办理。" : "会议认为不符合法定条件，不同意。");
        return new CaseCommand.RecordMeeting(step.id(), minutes, sanction(), "");
    }

    private boolean refuses() {
        return simulated.situation.onApplication() && simulated.quirks.unmet();
    }

    private @Nullable Sanction sanction() {
        return simulated.state().penalty().onTable();
    }

    private Optional<Move> decide(Step step) {
        var unmet = refuses() ? Set.of(unmet()) : Set.<String>of();
        return by(
                step,
                new CaseCommand.Decide(
                        step.id(),
                        !refuses(),
                        unmet,
                        refuses() ? "经审查不符合法定条件，依法不予许可。" : "经审查符合法定条件、标准，依法准予许可。",
                        ""),
                delay(step));
    }

    private Optional<Move> object(Step step) {
        if (!simulated.quirks.objected() || objected || !step.outcomes().containsKey("objection")) {
            return Optional.empty();
        }
        objected = true;
        return Optional.of(
                new Move(
                        new Actor.Citizen(""),
                        new CaseCommand.RaiseObjection(step.id(), "附近居民", "", "认为场所距离学校过近"),
                        2));
    }

    /// The day of a dated act is the day on which it is done, not the one on which it was planned.
    CaseCommand dated(CaseCommand command) {
        var today = simulated.day();
        return switch (command) {
            case CaseCommand.Serve c ->
                    new CaseCommand.Serve(
                            c.step(), today, c.manner(), c.recipient(), c.proof(), late(c));
            case CaseCommand.RecordInspection c ->
                    new CaseCommand.RecordInspection(
                            c.step(),
                            today,
                            c.inspectors(),
                            c.verdicts(),
                            c.measured(),
                            c.report(),
                            c.filings(),
                            "",
                            c.again(),
                            c.position());
            case CaseCommand.TellParties c ->
                    new CaseCommand.TellParties(c.step(), today, c.parties(), c.manner(), "");
            case CaseCommand.RequestHearing c ->
                    new CaseCommand.RequestHearing(c.step(), c.party(), today, "");
            case CaseCommand.ScheduleHearing c ->
                    new CaseCommand.ScheduleHearing(
                            c.step(),
                            new Appointment(
                                    simulated.calendar.plusWorkingDays(today, 8),
                                    c.when().hour(),
                                    c.when().place()),
                            c.chair());
            case CaseCommand.RecordMeeting c -> {
                var m = c.minutes();
                yield new CaseCommand.RecordMeeting(
                        c.step(),
                        new Minutes(
                                today,
                                m.chair(),
                                m.due(),
                                m.statements(),
                                m.ballots(),
                                m.agreed(),
                                m.dissent(),
                                m.summary()),
                        c.sanction(),
                        "");
            }
            default -> penalty.dated(command);
        };
    }

    private String late(CaseCommand.Serve c) {
        var round = simulated.state().round(c.step()).orElseThrow();
        var due = round.due();
        return due != null && simulated.day().isAfter(due) ? "当事人外出，多次联系后送达" : "";
    }

    Optional<Move> by(Step step, CaseCommand command, int after) {
        return simulated.pick(step.role(), step.kind().duty()).map(p -> Move.by(p, command, after));
    }

    /// Mostly within the step's limit; in a slow case beyond it.
    private int delay(Step step) {
        int limit = step.limit() == null ? 2 : Math.min(step.limit().n(), 12);
        return simulated.quirks.slow()
                ? limit + 1 + simulated.random.nextInt(limit + 3)
                : simulated.random.nextInt(limit + 1);
    }

    private int wait(int least, int most) {
        int slow = simulated.quirks.slow() ? 3 : 1;
        return least + simulated.random.nextInt((most - least) * slow + 1);
    }
}
