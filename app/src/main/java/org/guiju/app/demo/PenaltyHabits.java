package org.guiju.app.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.app.demo.SimulatedCase.Move;
import org.guiju.kernel.cases.Applicant;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.Fines;
import org.guiju.kernel.cases.PenaltyEvent.Result;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;

/// 执法习惯: what the office does next in a simulated penalty case.
final class PenaltyHabits {
    private static final long YUAN = 100;
    private final SimulatedCase simulated;
    private boolean answered;

    PenaltyHabits(SimulatedCase simulated) {
        this.simulated = simulated;
    }

    Optional<Move> move(StepRound round, Step step) {
        return switch (round.kind()) {
            case CLUE_CHECK -> clue(step);
            case FILING_CHECK ->
                    by(step, new CaseCommand.CheckFiling(step.id(), true, "事实清楚，有管辖权"), wait(2));
            case FILING -> file(step);
            case INVESTIGATION -> investigate(round, step);
            case PENALTY_NOTICE -> notify(round, step);
            case RECHECK -> recheck(step);
            case LEGAL_REVIEW ->
                    by(
                            step,
                            new CaseCommand.ReviewLegality(step.id(), true, "程序合法，适用法律正确，裁量适当"),
                            wait(4));
            case PENALTY_DECISION -> decide(step);
            case ON_THE_SPOT -> spot(step);
            case COLLECTION -> pay(step);
            case DEMAND -> demand(round, step);
            case COURT_ENFORCEMENT -> court(step);
            default -> throw new IllegalStateException("no habit for " + round.kind());
        };
    }

    private Optional<Move> clue(Step step) {
        boolean worth = !simulated.quirks.notAccepted();
        return by(
                step,
                new CaseCommand.ReportClue(
                        step.id(), worth, worth ? "经现场核查属实，建议立案" : "经查已取得占用许可，不构成违法"),
                wait(4));
    }

    private Optional<Move> file(Step step) {
        var investigation =
                simulated.situation.steps().stream()
                        .filter(s -> s.kind() == StepKind.INVESTIGATION)
                        .findFirst()
                        .orElseThrow();
        var free = certified(investigation);
        if (free.size() < 2) {
            return Optional.empty();
        }
        var first = free.get(simulated.random.nextInt(free.size()));
        var second = free.get((free.indexOf(first) + 1) % free.size());
        return by(
                step,
                new CaseCommand.FileCase(
                        step.id(),
                        true,
                        Set.of(first, second),
                        simulated.state().opening().receivedOn(),
                        false,
                        "符合立案标准，同意立案"),
                wait(2));
    }

    private List<PersonId> certified(Step step) {
        return simulated.free(step.role(), Duty.INVESTIGATE).stream()
                .filter(p ->
                        simulated.roster.qualified(
                                p, step.officers().qualification(), simulated.day()))
                .toList();
    }

    private List<PersonId> investigators() {
        return simulated.state().penalty().investigators().stream()
                .sorted(java.util.Comparator.comparing(PersonId::value))
                .toList();
    }

    private Optional<Move> investigate(StepRound round, Step step) {
        if (!(round.work() instanceof StepWork.Investigation w)) {
            return Optional.empty();
        }
        var who = investigators();
        if (w.evidence().isEmpty()) {
            return Optional.of(Move.by(who.getFirst(), evidence(step), wait(5)));
        }
        if (w.report() == null) {
            return Optional.of(
                    Move.by(
                            who.getFirst(),
                            new CaseCommand.ConcludeInvestigation(
                                    step.id(),
                                    "当事人未经批准占用城市道路堆放物料，勘验面积与照片相符。",
                                    simulated.quirks.unmet() ? null : sanction(false),
                                    simulated.quirks.unmet() ? "轻微并及时改正，没有造成危害后果" : "首次违法，配合调查"),
                            wait(10)));
        }
        return who.stream()
                .filter(p -> !w.signed().contains(p))
                .findFirst()
                .map(p -> Move.by(p, new CaseCommand.SignReport(step.id()), wait(1)));
    }

    private CaseCommand evidence(Step step) {
        return new CaseCommand.TakeEvidence(
                step.id(),
                simulated.day(),
                Set.copyOf(investigators()),
                "现场勘验笔录",
                "两名执法人员出示证件，现场测量占用面积并拍照，当事人在场签字。",
                List.of(),
                "");
    }

    /// A fine in one of the grades, in hundreds of yuan; on the spot what the law lets be fined there.
    private Sanction sanction(boolean onTheSpot) {
        var violations = violations();
        var violation = violations.get(simulated.random.nextInt(violations.size()));
        var grades = violation.grades();
        boolean organisation =
                simulated.state().opening().applicant().kind() == Applicant.Kind.ORGANISATION;
        int most = onTheSpot ? 1 : organisation ? grades.size() : Math.min(2, grades.size());
        var grade = grades.get(onTheSpot ? 0 : simulated.random.nextInt(most));
        long cap = onTheSpot ? (organisation ? 500 : 200) : Long.MAX_VALUE;
        long from = Math.max(100, grade.fine().from() / YUAN);
        long to = Math.min(cap, grade.fine().to() / YUAN);
        long steps = Math.max(0, (to - from) / 100);
        long yuan = Math.min(to, from + 100 * simulated.random.nextLong(steps + 1));
        return new Sanction(violation.id(), grade.id(), false, yuan * YUAN, "三日内清除占道物料，恢复道路原状");
    }

    private List<Penalty.Violation> violations() {
        var penalty = simulated.power.penalty();
        if (penalty == null) {
            throw new IllegalStateException(simulated.power.code() + " punishes nothing");
        }
        return penalty.violations();
    }

    private Optional<Move> notify(StepRound round, Step step) {
        if (!(round.work() instanceof StepWork.Notice w) || w.told() == null) {
            return Optional.of(
                    Move.by(
                            investigators().getFirst(),
                            new CaseCommand.NotifyPenalty(step.id(), simulated.day(), "direct", ""),
                            wait(2)));
        }
        var told = simulated.state().penalty().told();
        var party = w.told().parties().getFirst();
        var first = investigators().getFirst();
        if (told != null && told.hearing() && simulated.quirks.heard()) {
            return Optional.of(
                    Move.by(
                            first,
                            new CaseCommand.RequestHearing(step.id(), party, simulated.day(), ""),
                            1));
        }
        if (simulated.quirks.differs() && !answered) {
            answered = true;
            return Optional.of(
                    Move.by(
                            first,
                            new CaseCommand.RecordStatement(step.id(), party, "已当日清除，请求从轻"),
                            1));
        }
        return Optional.empty();
    }

    private Optional<Move> recheck(Step step) {
        var table = simulated.state().penalty().onTable();
        if (table == null) {
            return Optional.empty();
        }
        return Optional.of(
                Move.by(
                        investigators().getFirst(),
                        new CaseCommand.Recheck(step.id(), false, table, "经复核，陈述申辩的理由不成立"),
                        wait(3)));
    }

    private Optional<Move> decide(Step step) {
        var table = simulated.state().penalty().onTable();
        return by(
                step,
                new CaseCommand.DecidePenalty(
                        step.id(),
                        table == null ? Result.SPARED : Result.PUNISHED,
                        table,
                        table == null ? "违法行为轻微并及时改正，依法不予处罚。" : "事实清楚、证据确凿，依照案审会决议决定。"),
                wait(3));
    }

    private Optional<Move> spot(Step step) {
        var who = certified(step);
        var holder = simulated.spotOfficer().filter(who::contains);
        if (who.size() < 2 || holder.isEmpty()) {
            return Optional.empty();
        }
        var officer = holder.get();
        var second = who.get((who.indexOf(officer) + 1) % who.size());
        var sanction = sanction(true);
        boolean collected = sanction.fine() <= 100 * YUAN && simulated.random.nextInt(3) == 0;
        return Optional.of(
                Move.by(
                        officer,
                        new CaseCommand.PunishOnTheSpot(
                                step.id(),
                                simulated.day(),
                                Set.of(officer, second),
                                simulated.form(),
                                "青岚县环城北路",
                                "在人行道堆放货物，占用约三平方米",
                                "无异议",
                                sanction,
                                true,
                                collected ? sanction.fine() : 0,
                                "",
                                ""),
                        0));
    }

    /// Most pay in time, some late and with the surcharge, a few never.
    private Optional<Move> pay(Step step) {
        var owed = Fines.owed(simulated.state(), simulated.calendar, simulated.day());
        if (owed.isEmpty() || !simulated.quirks.pays() || simulated.quirks.paysLate()) {
            return Optional.empty();
        }
        return by(step, payment(step), 1 + simulated.random.nextInt(8));
    }

    private CaseCommand payment(Step step) {
        long rest =
                Fines.owed(simulated.state(), simulated.calendar, simulated.day())
                        .map(Fines.Owed::rest)
                        .orElse(0L);
        return new CaseCommand.RecordPayment(
                step.id(), simulated.day(), rest, "银行缴款凭证" + simulated.state().opening().no(), "");
    }

    private Optional<Move> demand(StepRound round, Step step) {
        if (simulated.quirks.paysLate()) {
            var collector =
                    simulated.situation.steps().stream()
                            .filter(s -> s.kind() == StepKind.COLLECTION)
                            .map(Step::role)
                            .findFirst()
                            .orElse("");
            return simulated
                    .pick(collector, Duty.COLLECT)
                    .map(p -> Move.by(p, payment(step), 2 + simulated.random.nextInt(20)));
        }
        return round.work() instanceof StepWork.Dues w && w.demanded() == null
                ? by(
                        step,
                        new CaseCommand.Demand(step.id(), simulated.day(), "direct", ""),
                        wait(4))
                : Optional.empty();
    }

    private Optional<Move> court(Step step) {
        var span = Fines.courtSpan(simulated.state(), simulated.calendar);
        if (simulated.state().penalty().dues().court() == null) {
            return span.flatMap(s ->
                    by(
                            step,
                            new CaseCommand.ApplyToCourt(step.id(), simulated.day(), "青岚县人民法院", ""),
                            Math.max(
                                    1,
                                    simulated.calendar.workingDaysAfter(simulated.day(), s.first())
                                            + 3)));
        }
        return by(step, new CaseCommand.EndEnforcement(step.id(), "法院裁定准予执行，已执行到位"), 20);
    }

    CaseCommand dated(CaseCommand command) {
        var today = simulated.day();
        return switch (command) {
            case CaseCommand.TakeEvidence c ->
                    new CaseCommand.TakeEvidence(
                            c.step(), today, c.officers(), c.type(), c.record(), c.filings(), "");
            case CaseCommand.NotifyPenalty c ->
                    new CaseCommand.NotifyPenalty(c.step(), today, c.manner(), "");
            case CaseCommand.RecordPayment c ->
                    payment(simulated.situation.step(c.step()).orElseThrow());
            case CaseCommand.Demand c -> new CaseCommand.Demand(c.step(), today, c.manner(), "");
            case CaseCommand.ApplyToCourt c ->
                    new CaseCommand.ApplyToCourt(c.step(), today, c.court(), "");
            default -> command;
        };
    }

    private Optional<Move> by(Step step, CaseCommand command, int after) {
        return simulated.pick(step.role(), step.kind().duty()).map(p -> Move.by(p, command, after));
    }

    private int wait(int most) {
        int slow = simulated.quirks.slow() ? 4 : 1;
        return simulated.random.nextInt(most * slow + 1);
    }
}
