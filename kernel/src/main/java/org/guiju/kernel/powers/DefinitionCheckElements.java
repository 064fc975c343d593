package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.Basis.Rank;
import org.guiju.kernel.powers.DefinitionCheck.Findings;
import org.guiju.kernel.powers.PowerDefinition.Remedy;

/// 要素检查: the eleven elements, what they rest on, and what they refer to.
final class DefinitionCheckElements {
    /// 行政许可法 第十四条、第十五条; matrix A71.
    private static final Set<Rank> CARRIES_LICENCE =
            EnumSet.of(
                    Rank.LAW,
                    Rank.ADMINISTRATIVE_REGULATION,
                    Rank.STATE_COUNCIL_DECISION,
                    Rank.LOCAL_REGULATION,
                    Rank.PROVINCIAL_RULE);

    /// Matrix A73.
    private static final Set<Rank> CARRIES_ENFORCEMENT =
            EnumSet.of(
                    Rank.LAW,
                    Rank.ADMINISTRATIVE_REGULATION,
                    Rank.LOCAL_REGULATION,
                    Rank.DEPARTMENT_RULE,
                    Rank.PROVINCIAL_RULE);

    /// 法律、法规、规章 may set a minimum for the applicant (C4); lesser papers may not add to it.
    private static final Set<Rank> CARRIES_CONDITION =
            EnumSet.complementOf(
                    EnumSet.of(Rank.PARTY_REGULATION, Rank.NORMATIVE_DOCUMENT, Rank.INSTITUTION));

    private static final Set<PowerKind> ENFORCEMENT =
            EnumSet.of(PowerKind.PENALTY, PowerKind.COMPULSION);
    private static final Pattern RETENTION = Pattern.compile("permanent|[1-9][0-9]?y");

    private final PowerDefinition power;
    private final Findings found;
    private final Set<String> basisIds;

    DefinitionCheckElements(PowerDefinition power, Findings found) {
        this.power = power;
        this.found = found;
        this.basisIds = power.basis().stream().map(Basis::id).collect(Collectors.toSet());
    }

    void check() {
        empty();
        basisCarries();
        conditions();
        meetings();
        fees();
        responsibilities();
        remedies();
        personal();
        rest();
    }

    private void empty() {
        missingIf(power.section().isBlank(), Element.UNIT, "section");
        missingIf(power.basis().isEmpty(), Element.BASIS, "basis");
        missingIf(power.conditions().isEmpty(), Element.CONDITIONS, "conditions");
        missingIf(power.situations().isEmpty(), Element.ACCEPTANCE, "situations");
        missingIf(power.supervision().hotline().isBlank(), Element.SUPERVISION, "supervision");
        missingIf(power.accountability().isEmpty(), Element.ACCOUNTABILITY, "accountability");
    }

    private void missingIf(boolean missing, Element element, String path) {
        if (missing) {
            found.missing(element, path);
        }
    }

    /// A law on procedure carries no power of its own: the Licensing Law alone is not enough.
    private void basisCarries() {
        var carries =
                power.kind() == PowerKind.LICENCE
                        ? CARRIES_LICENCE
                        : ENFORCEMENT.contains(power.kind()) ? CARRIES_ENFORCEMENT : Set.<Rank>of();
        var own =
                power.basis().stream()
                        .filter(b -> !DefinitionCheckFigures.general(b.article()))
                        .map(Basis::rank);
        if (!carries.isEmpty() && !power.basis().isEmpty() && own.noneMatch(carries::contains)) {
            found.add(BASIS_TOO_LOW, "basis", "kind", power.kind().zh());
        }
    }

    private void conditions() {
        var used =
                power.situations().stream()
                        .flatMap(s -> s.conditions().stream())
                        .collect(Collectors.toSet());
        var standards = new HashSet<String>();
        for (var condition : power.conditions()) {
            var at = "conditions[" + condition.id() + "]";
            conditionBasis(condition, at);
            if (condition.standards().isEmpty()) {
                found.add(CONDITION_WITHOUT_STANDARD, at, "found", condition.id());
            }
            for (var standard : condition.standards()) {
                if (!standards.add(standard.id())) {
                    var path = at + ".standards[" + standard.id() + "]";
                    found.add(STANDARD_TWICE, path, "found", standard.id());
                }
            }
            if (!used.contains(condition.id())) {
                found.add(CONDITION_UNUSED, at, "found", condition.id());
            }
        }
    }

    private void conditionBasis(Condition condition, String at) {
        if (condition.basis().isBlank()) {
            found.add(CONDITION_WITHOUT_BASIS, at, "found", condition.id());
            return;
        }
        found.reference(basisIds, condition.basis(), at + ".basis", "basis");
        power.basis(condition.basis())
                .filter(b -> power.kind() != PowerKind.INNER)
                .filter(b -> !CARRIES_CONDITION.contains(b.rank()))
                .ifPresent(b ->
                        found.add(
                                CONDITION_BASIS_TOO_LOW,
                                at + ".basis",
                                "found",
                                b.article().cite()));
    }

    private void meetings() {
        for (var meeting : power.meetings()) {
            var at = "meetings[" + meeting.id() + "]";
            found.reference(basisIds, meeting.basis(), at + ".basis", "basis");
            int over = meeting.quorumNumerator() - meeting.quorumDenominator();
            if (over > 0 || (over == 0 && meeting.quorumMoreThan())) {
                found.add(QUORUM_IMPOSSIBLE, at + ".quorum", "found", meeting.name().zh());
            }
        }
    }

    private void fees() {
        var fees = power.fees();
        if (fees == null) {
            return;
        }
        found.reference(basisIds, fees.basis(), "fees.basis", "basis");
        var allowed = EnumSet.of(Rank.LAW, Rank.ADMINISTRATIVE_REGULATION);
        power.basis(fees.basis())
                .filter(b -> power.kind() == PowerKind.LICENCE && !allowed.contains(b.rank()))
                .ifPresent(b ->
                        found.add(FEE_BASIS_TOO_LOW, "fees.basis", "found", b.article().cite()));
    }

    private void responsibilities() {
        var roles =
                Stream.concat(
                                power.situations().stream()
                                        .flatMap(s -> s.steps().stream())
                                        .map(Step::role),
                                Stream.concat(
                                        power.meetings().stream()
                                                .flatMap(m -> Stream.of(m.members(), m.chair())),
                                        power.situations().stream()
                                                .map(s -> s.limits().extension().by())))
                        .collect(Collectors.toSet());
        for (int i = 0; i < power.accountability().size(); i++) {
            var duty = power.accountability().get(i);
            var at = "accountability[" + i + "]";
            if (!roles.contains(duty.who())) {
                found.add(RESPONSIBILITY_WITHOUT_BEARER, at + ".who", "found", duty.who());
            }
            if (duty.forms().isEmpty()) {
                found.add(RESPONSIBILITY_WITHOUT_FORM, at, "found", duty.duty());
            }
        }
    }

    private void remedies() {
        var kinds = power.remedies().stream().map(Remedy::kind).collect(Collectors.toSet());
        for (var kind : new String[] {"reconsideration", "lawsuit"}) {
            if (power.external() && !kinds.contains(kind)) {
                found.add(REMEDY_MISSING, "remedies", "found", kind);
            }
        }
        for (int i = 0; i < power.remedies().size(); i++) {
            tooShort(power.remedies().get(i), "remedies[" + i + "].within");
        }
    }

    private void tooShort(Remedy remedy, String path) {
        var suit = remedy.kind().equals("lawsuit");
        var figure = suit ? DefinitionCheckFigures.LAWSUIT : DefinitionCheckFigures.RECONSIDERATION;
        DefinitionCheckFigures.on(figure, power)
                .filter(law -> !lasts(remedy.within(), law.value(), suit))
                .ifPresent(law ->
                        found.add(
                                REMEDY_TOO_SHORT,
                                path,
                                "law",
                                law.value() + (suit ? "个月" : "日"),
                                "law-en",
                                law.value() + (suit ? " months" : " days"),
                                "article",
                                law.source().cite()));
    }

    /// Whether the limit lasts in every year at least as long as the law gives: a month has 28 to 31 days.
    private static boolean lasts(Limit limit, int law, boolean months) {
        var inMonths = limit.unit() == LimitUnit.MONTH;
        if (months) {
            return inMonths ? limit.n() >= law : limit.n() >= law * 31;
        }
        return inMonths ? limit.n() * 28 >= law : limit.n() >= law;
    }

    private void personal() {
        for (var situation : power.situations()) {
            for (var field : situation.fields()) {
                var at = DefinitionCheck.at(situation) + ".form[" + field.id() + "]";
                var reaches =
                        field.type() == Field.Type.ID_NUMBER || field.type() == Field.Type.PHONE;
                if (reaches && !field.personal()) {
                    found.add(FIELD_NOT_PERSONAL, at, "found", field.id());
                }
                var never = power.publicity().never();
                if (field.personal()
                        && !never.contains(field.type().code())
                        && !never.contains(field.id())) {
                    found.add(
                            PERSONAL_NOT_WITHHELD,
                            "publicity.never",
                            "found",
                            field.id(),
                            "type",
                            field.type().code());
                }
            }
        }
    }

    private void rest() {
        var until = power.until();
        if (until != null && until.isBefore(power.inForce())) {
            found.add(ENDS_BEFORE_IT_BEGINS, "until", "found", until.toString());
        }
        if (!RETENTION.matcher(power.retention()).matches()) {
            found.add(RETENTION_UNREADABLE, "retention", "found", power.retention());
        }
        for (int i = 0; i < power.separation().size(); i++) {
            var pair = power.separation().get(i);
            if (pair.one() == pair.other()
                    || pair.one() == Duty.NONE
                    || pair.other() == Duty.NONE) {
                found.add(SEPARATION_OF_ONE, "separation[" + i + "]", "found", pair.one().code());
            }
        }
    }
}
