package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Gates;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.powers.StepKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 关口清单: what an open step still asks for, each line with its person and the form that mends it.
@Component
final class DeskGates {
    private final DeskWords words;

    DeskGates(DeskWords words) {
        this.words = words;
    }

    /// 一道关口.
    record Gate(String step, String name, long missing, String risk, List<Line> lines) {}

    /// @param href form that does it; empty where nobody can hasten it
    record Line(boolean done, String text, String who, String href) {}

    List<Gate> of(CaseFile file) {
        return file.state().open().stream().map(r -> gate(file, r)).toList();
    }

    private Gate gate(CaseFile file, StepRound round) {
        var lines = file.gate(round).stream().map(i -> line(file, round, i)).toList();
        var step = file.situation().step(round.step()).orElseThrow();
        var risk = step.risk() == null ? "" : words.text(step.risk().measure());
        return new Gate(
                round.step(),
                words.text(step.name()),
                lines.stream().filter(l -> !l.done()).count(),
                risk,
                lines);
    }

    private Line line(CaseFile file, StepRound round, Gates.Item item) {
        var act = item.done() ? null : act(round, item);
        var detail = item.details().isEmpty() ? "" : detail(file, item.details());
        var key = key(round, item);
        var href =
                act == null
                        ? ""
                        : "/desk/cases/%s/acts/%s?step=%s"
                                .formatted(file.state().opening().no(), act.code(), round.step());
        if (act == DeskAct.SETTLE_DIFFERENCE) {
            href += "&standard=" + item.details().get("standard");
        }
        return new Line(item.done(), words.say(key, detail), words.person(item.who()), href);
    }

    private static String key(StepRound round, Gates.Item item) {
        if (round.kind() == StepKind.PENALTY_NOTICE) {
            switch (item.rule()) {
                case INTERESTED_PARTIES_TOLD -> {
                    return "gate.PENALTY_TOLD";
                }
                case HEARING_ASKED_IN_TIME -> {
                    return "gate.DEFENCE_AWAITED";
                }
                default -> {}
            }
        }
        if (round.kind() == StepKind.REPLY) {
            switch (item.rule()) {
                case INTERESTED_PARTIES_TOLD -> {
                    return "gate.COPY_SENT";
                }
                case HEARING_ASKED_IN_TIME -> {
                    return "gate.REPLY_AWAITED";
                }
                default -> {}
            }
        }
        boolean done = item.done() && item.rule() == CaseRule.MATERIALS_COMPLETE;
        return "gate." + item.rule().name() + (done ? ".done" : "");
    }

    private String detail(CaseFile file, Map<String, String> details) {
        var entry = details.entrySet().iterator().next();
        var value = entry.getValue();
        return switch (entry.getKey()) {
            case "standard" -> {
                var standard = Cases.standards(file.definition(), file.situation()).get(value);
                yield standard == null ? value : words.text(standard.says());
            }
            case "item" -> item(file, value);
            case "until" -> value.isEmpty() ? "" : words.day(LocalDate.parse(value), file.today());
            case "ground" -> ground(file, value);
            default -> value;
        };
    }

    String item(CaseFile file, String id) {
        return file.situation()
                .material(id)
                .map(m -> words.text(m.name()))
                .or(() -> file.situation().field(id).map(f -> words.text(f.label())))
                .orElse(id);
    }

    String ground(CaseFile file, String id) {
        return file.situation().limits().pauses().stream()
                .filter(p -> p.id().equals(id))
                .map(p -> words.text(p.name()))
                .findFirst()
                .orElse(id);
    }

    private static @Nullable DeskAct act(StepRound round, Gates.Item item) {
        return switch (item.rule()) {
            case HEARING_SCHEDULED -> DeskAct.SCHEDULE_HEARING;
            case HEARING_WITHIN_PERIOD -> DeskAct.HOLD_HEARING;
            case QUORUM_MET -> DeskAct.RECORD_MEETING;
            case MINUTES_BY_CHAIR -> DeskAct.SIGN_MINUTES;
            case MATERIALS_COMPLETE ->
                    round.kind() == StepKind.ACCEPTANCE
                            ? DeskAct.REQUEST_SUPPLEMENT
                            : DeskAct.SUPPLY_MATERIALS;
            case SECOND_OFFICER_CONFIRMS -> DeskAct.CONFIRM_LATE_ENTRY;
            case CLOCK_RUNNING -> DeskAct.RESUME;
            case PAIR_APPOINTED -> DeskAct.APPOINT_PAIR;
            case BOTH_OPINIONS_IN -> DeskAct.GIVE_OPINION;
            case DIFFERENCES_SETTLED -> DeskAct.SETTLE_DIFFERENCE;
            case TWO_INSPECTORS -> DeskAct.RECORD_INSPECTION;
            case SCENE_SIGNED_OR_NOTED -> DeskAct.RECORD_SCENE;
            case EXECUTION_PROVED -> DeskAct.RECORD_EXECUTION;
            case INSPECTION_SIGNED ->
                    round.kind() == StepKind.ON_SITE ? DeskAct.SIGN_SCENE : DeskAct.SIGN_INSPECTION;
            case INTERESTED_PARTIES_TOLD ->
                    round.kind() == StepKind.PENALTY_NOTICE
                            ? DeskAct.NOTIFY_PENALTY
                            : DeskAct.TELL_PARTIES;
            case EVIDENCE_FIRST -> DeskAct.TAKE_EVIDENCE;
            case REPORT_SIGNED -> DeskAct.SIGN_REPORT;
            case FINE_OWED -> DeskAct.RECORD_PAYMENT;
            case DEMANDED_ONCE -> DeskAct.DEMAND;
            case COURT_ASKED_FIRST -> DeskAct.APPLY_TO_COURT;
            case SERVICE_PROVED -> DeskAct.SERVE;
            case SIGNATURES_COMPLETE -> DeskAct.ARCHIVE;
            case RECEIPT_FIRST -> DeskAct.ACCEPT;
            case REASONS_GIVEN ->
                    switch (round.kind()) {
                        case ORGAN_OPINION -> DeskAct.GIVE_ORGAN_OPINION;
                        case CLUE_CHECK -> DeskAct.REPORT_CLUE;
                        case FILING_CHECK -> DeskAct.CHECK_FILING;
                        case FILING -> DeskAct.FILE_CASE;
                        case INVESTIGATION -> DeskAct.CONCLUDE_INVESTIGATION;
                        case RECHECK -> DeskAct.RECHECK;
                        case LEGAL_REVIEW -> DeskAct.REVIEW_LEGALITY;
                        case PENALTY_DECISION -> DeskAct.DECIDE_PENALTY;
                        case ON_THE_SPOT -> DeskAct.PUNISH_ON_THE_SPOT;
                        case INITIATION -> DeskAct.BEGIN_MATTER;
                        case APPROVAL -> DeskAct.APPROVE;
                        case MEDIATION -> DeskAct.RECORD_MEDIATION;
                        case RULING -> DeskAct.RULE;
                        default -> DeskAct.DECIDE;
                    };
            default -> null;
        };
    }
}
