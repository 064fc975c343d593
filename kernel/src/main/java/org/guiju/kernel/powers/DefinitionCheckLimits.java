package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.Basis.Rank;
import org.guiju.kernel.powers.DefinitionCheck.Findings;
import org.guiju.kernel.powers.Limits.From;
import org.guiju.kernel.shared.Dated;
import org.jspecify.annotations.Nullable;

/// 时限检查: parts and whole agree (C20), the promise keeps within the statute, and the statute within the law.
final class DefinitionCheckLimits {
    private final PowerDefinition power;
    private final Situation situation;
    private final Findings found;
    private final String at;
    private final boolean licence;

    DefinitionCheckLimits(PowerDefinition power, Situation situation, Findings found) {
        this.power = power;
        this.situation = situation;
        this.found = found;
        this.at = DefinitionCheck.at(situation) + ".limits";
        this.licence = power.kind() == PowerKind.LICENCE;
    }

    void check() {
        promise();
        parts();
        for (var step : situation.steps()) {
            step(step);
        }
        if (licence) {
            statute();
            extension();
            pauses();
        }
    }

    private void promise() {
        var statute = situation.limits().statute();
        var promise = situation.limits().promise();
        var later = statute.from() == From.RECEIPT && promise.from() == From.ACCEPTANCE;
        if (later || statute.limit().unit() != promise.limit().unit()) {
            found.add(PROMISE_NOT_COMPARABLE, at + ".promise");
        } else if (promise.limit().n() > statute.limit().n()) {
            found.add(
                    PROMISE_OVER_STATUTE,
                    at + ".promise",
                    "found",
                    zh(promise.limit()),
                    "found-en",
                    en(promise.limit()),
                    "law",
                    String.valueOf(statute.limit().n()),
                    "article",
                    statute.limit().basis().cite());
        }
    }

    private void parts() {
        var promise = situation.limits().promise();
        var path = new DefinitionCheckPath(situation);
        var before = path.untilDecision();
        boolean whole = true;
        for (var step : situation.steps()) {
            if (step.counts()) {
                whole &= part(step, promise, before);
            }
        }
        var sum = path.longest();
        if (whole && path.leadsOn() && sum.decided() && sum.days() != promise.limit().n()) {
            found.add(
                    PARTS_AND_WHOLE,
                    at + ".promise",
                    "sum",
                    String.valueOf(sum.days()),
                    "promise",
                    String.valueOf(promise.limit().n()),
                    "parts",
                    sum.written());
        }
    }

    private boolean part(Step step, Limits.Clock promise, Set<String> before) {
        var limit = step.limit();
        var path = DefinitionCheck.at(situation, step);
        var tooEarly = step.kind().opensTheMatter() && promise.from() != From.RECEIPT;
        if (tooEarly || !before.contains(step.id()) || step.kind().waitsForApplicant()) {
            found.add(PART_OUTSIDE, path, "found", step.name().zh());
            return false;
        }
        if (limit == null) {
            found.add(PART_WITHOUT_LIMIT, path, "found", step.name().zh());
            return false;
        }
        if (limit.unit() != promise.limit().unit()) {
            found.add(PART_UNIT, path + ".limit", "found", step.name().zh());
            return false;
        }
        return true;
    }

    private void step(Step step) {
        var path = DefinitionCheck.at(situation, step);
        if (step.kind() == StepKind.PUBLICITY && step.limit() == null) {
            found.add(PUBLICITY_WITHOUT_PERIOD, path, "found", step.name().zh());
        }
        if (step.organ() != null && step.limit() == null) {
            found.add(ORGAN_WITHOUT_LIMIT, path, "found", step.name().zh());
        }
        if (step.limitFrom() == Step.LimitFrom.DECISION
                && situation.steps().stream()
                        .filter(s -> s.kind().decides())
                        .noneMatch(d -> Flow.of(situation).reaches(d.id(), step.id()))) {
            found.add(COUNTS_FROM_NO_DECISION, path + ".limit", "found", step.name().zh());
        }
        if (!licence) {
            return;
        }
        switch (step.kind()) {
            case ONE_OFF_NOTICE ->
                    atMost(step.limit(), DefinitionCheckFigures.NOTICE, NOTICE_TOO_LATE, path);
            case SERVICE -> service(step, path);
            case HEARING ->
                    atMost(step.limit(), DefinitionCheckFigures.HEARING, HEARING_TOO_LATE, path);
            case PARTY_NOTICE -> request(step, path);
            default -> {}
        }
    }

    private void service(Step step, String path) {
        var limit = step.limit();
        if (limit != null && step.limitFrom() != Step.LimitFrom.DECISION) {
            // Counted from a step that comes after publicity, ten days would end after the tenth.
            found.add(SERVICE_NOT_FROM_DECISION, path + ".limit", "found", step.name().zh());
            return;
        }
        atMost(limit, DefinitionCheckFigures.SERVICE, SERVICE_TOO_LATE, path);
    }

    private void request(Step step, String path) {
        var limit = step.limit();
        DefinitionCheckFigures.on(DefinitionCheckFigures.HEARING_REQUEST, power)
                .filter(law -> limit == null || limit.n() < law.value())
                .ifPresent(law -> add(HEARING_REQUEST_TOO_SHORT, path, limit, law));
        unit(limit, path);
    }

    private void statute() {
        var limit = situation.limits().statute().limit();
        if (specialLaw(limit)) {
            return;
        }
        var figure =
                DefinitionCheckFigures.joint(limit.basis())
                        ? DefinitionCheckFigures.JOINT_DECISION
                        : DefinitionCheckFigures.DECISION;
        atMost(limit, figure, STATUTE_OVER_LAW, at + ".statute");
    }

    private void extension() {
        var extension = situation.limits().extension();
        var limit = extension.limit();
        if (limit == null || specialLaw(limit)) {
            return;
        }
        var joint = DefinitionCheckFigures.joint(limit.basis());
        var figure =
                joint ? DefinitionCheckFigures.JOINT_EXTENSION : DefinitionCheckFigures.EXTENSION;
        atMost(limit, figure, EXTENSION_TOO_LONG, at + ".extension");
        var head = joint ? "head-of-government" : "head-of-organ";
        if (!extension.by().equals(head)) {
            found.add(
                    EXTENSION_NOT_BY_HEAD,
                    at + ".extension.by",
                    "found",
                    extension.by(),
                    "words",
                    head);
        }
    }

    /// 法律、法规另有规定的，依照其规定: only a law or a regulation may depart from the general figure.
    private boolean specialLaw(Limit limit) {
        var ranks = Set.of(Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.LOCAL_REGULATION);
        return !DefinitionCheckFigures.general(limit.basis())
                && power.basis().stream()
                        .anyMatch(
                                b -> b.article().equals(limit.basis()) && ranks.contains(b.rank()));
    }

    private void pauses() {
        DefinitionCheckFigures.on(DefinitionCheckFigures.PAUSES, power)
                .ifPresent(law -> {
                    for (var pause : situation.limits().pauses()) {
                        var path = at + ".pauses[" + pause.id() + "]";
                        unit(pause.cap(), path);
                        if (!law.value().contains(pause.id())) {
                            found.add(
                                    PAUSE_NOT_LISTED,
                                    path,
                                    "found",
                                    pause.id(),
                                    "words",
                                    String.join("、", law.value().stream().sorted().toList()),
                                    "article",
                                    law.source().cite());
                        }
                    }
                });
    }

    private void atMost(
            @Nullable Limit limit, Dated<Integer> figure, DefinitionCheckCode code, String path) {
        DefinitionCheckFigures.on(figure, power)
                .filter(law -> limit == null || limit.n() > law.value())
                .ifPresent(law -> add(code, path, limit, law));
        unit(limit, path);
    }

    private void add(
            DefinitionCheckCode code,
            String path,
            @Nullable Limit limit,
            Dated.Entry<Integer> law) {
        found.add(
                code,
                path,
                "found",
                limit == null ? "—" : zh(limit),
                "found-en",
                limit == null ? "—" : en(limit),
                "law",
                String.valueOf(law.value()),
                "article",
                law.source().cite());
    }

    /// 行政许可法 第八十二条.
    private void unit(@Nullable Limit limit, String path) {
        if (limit != null && limit.unit() != LimitUnit.WORKING_DAY) {
            found.add(LIMIT_UNIT, path, "found", zh(limit), "found-en", en(limit));
        }
    }

    private static String zh(Limit limit) {
        return limit.n()
                + switch (limit.unit()) {
                    case WORKING_DAY -> "个工作日";
                    case CALENDAR_DAY -> "日";
                    case MONTH -> "个月";
                };
    }

    private static String en(Limit limit) {
        return limit.n() + " " + limit.unit().code().replace('-', ' ') + (limit.n() > 1 ? "s" : "");
    }
}
