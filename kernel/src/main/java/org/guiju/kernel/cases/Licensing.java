package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.guiju.kernel.licences.Licences;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.jspecify.annotations.Nullable;

/// 许可证与案件: what a case that changes, renews or cancels a licence needs of it, how many licences there may be, and the renewal
/// that counts as given when the office kept silent (行政许可法 49, 50, 57, 70).
public final class Licensing {
    private Licensing() {}

    /// 持有的许可证, as its register shows it on the day.
    ///
    /// @param code credit code or identity number; empty where none was asked for
    /// @param cancellable whether it can still be cancelled: in force, or expired and not cancelled yet
    /// @param renewing whether a renewal is asked for and not decided
    public record Held(
            String number,
            String power,
            String holder,
            String code,
            boolean inForce,
            boolean cancellable,
            @Nullable LocalDate until,
            boolean renewing) {}

    /// 数量与排序 of a power's licences.
    ///
    /// @param inForce licences that take up the quota
    /// @param earlier applications accepted before this one and not decided yet
    public record Places(long inForce, long earlier) {
        public static final Places NONE = new Places(0, 0);
    }

    /// 证号 that the application names; empty where it names none.
    public static Optional<String> named(
            PowerDefinition power, String situation, java.util.Map<String, String> answers) {
        return power.deed(situation)
                .map(LicenceTerms.Deed::namedIn)
                .map(field -> answers.getOrDefault(field, "").strip())
                .filter(n -> !n.isEmpty());
    }

    /// The credit code or identity number that the form asks for; empty where it asks for none.
    public static String code(Situation situation, java.util.Map<String, String> answers) {
        return situation.fields().stream()
                .filter(f -> f.type() == Field.Type.CREDIT_CODE || f.type() == Field.Type.ID_NUMBER)
                .map(f -> answers.getOrDefault(f.id(), "").strip())
                .filter(a -> !a.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// What an application that names a licence breaks.
    static List<CaseRule> broken(
            CaseFacts facts,
            PowerDefinition power,
            Situation situation,
            CaseCommand.Opening command) {
        var deed = power.deed(situation.id()).filter(d -> d.act() != Act.ISSUE);
        if (deed.isEmpty()) {
            return List.of();
        }
        var held =
                named(power, situation.id(), command.answers())
                        .flatMap(facts.council()::licence)
                        .filter(h -> h.power().equals(power.code().value()));
        if (held.isEmpty()) {
            return List.of(CaseRule.LICENCE_STANDS);
        }
        var found = new ArrayList<CaseRule>();
        var act = deed.get().act();
        var licence = held.get();
        if (act == Act.CANCEL ? !licence.cancellable() : !licence.inForce()) {
            found.add(CaseRule.LICENCE_STANDS);
        }
        if (!belongs(licence, situation, command)) {
            found.add(CaseRule.LICENCE_OF_APPLICANT);
        }
        if (act == Act.RENEW && licence.inForce() && !inTime(facts, power, licence, command)) {
            found.add(CaseRule.RENEWAL_ASKED_IN_TIME);
        }
        return found;
    }

    /// The same name, and the same code where both state one.
    private static boolean belongs(Held licence, Situation situation, CaseCommand.Opening c) {
        var code = code(situation, c.answers());
        return licence.holder().strip().equals(c.applicant().name().strip())
                && (code.isEmpty() || licence.code().isEmpty() || code.equals(licence.code()));
    }

    private static boolean inTime(
            CaseFacts facts, PowerDefinition power, Held licence, CaseCommand.Opening c) {
        var terms = power.licence();
        var until = licence.until();
        return terms == null
                || until == null
                || !licence.renewing()
                        && !c.receivedOn()
                                .isAfter(
                                        Licences.askBy(
                                                facts.calendar(), until, terms.renewBefore()));
    }

    /// What an opening case notes of the licence; empty where it names none.
    static Optional<CaseEvent> noted(
            CaseFacts facts,
            PowerDefinition power,
            Situation situation,
            CaseCommand.Opening command) {
        return power.deed(situation.id())
                .filter(d -> d.act() != Act.ISSUE)
                .flatMap(d ->
                        named(power, situation.id(), command.answers())
                                .flatMap(facts.council()::licence)
                                .map(h ->
                                        new VerbEvent.LicenceNamed(
                                                h.number(), d.act(), h.until(), facts.today())));
    }

    /// Quota and order of receipt for a grant that issues a licence.
    static <C extends CaseCommand> List<Rule<C>> places(Predicate<Asked<C>> grants) {
        return List.of(
                rule(CaseRule.QUOTA_LEFT, a -> !grants.test(a) || left(a) > 0),
                rule(
                        CaseRule.ORDER_OF_RECEIPT,
                        a -> !grants.test(a) || left(a) <= 0 || places(a).earlier() < left(a)));
    }

    private static long left(Asked<?> a) {
        var terms = a.definition().licence();
        if (terms == null || terms.quota() == null || !issues(a)) {
            return Long.MAX_VALUE;
        }
        return terms.quota().n() - places(a).inForce();
    }

    private static boolean issues(Asked<?> a) {
        return a.definition()
                .deed(a.situation().id())
                .filter(d -> d.act() == Act.ISSUE)
                .isPresent();
    }

    private static Places places(Asked<?> a) {
        return issues(a)
                ? a.facts().council().places(a.definition(), a.state().opening().no())
                : Places.NONE;
    }

    /// 视为准予延续: the term is over, the renewal was accepted, and nobody has decided.
    static boolean silent(CaseFacts facts, CaseState state) {
        return state.acceptedOn() != null
                && state.decided() == null
                && !state.withdrawn()
                && state.course().terminated().isEmpty()
                && end(state).filter(facts.today()::isAfter).isPresent();
    }

    /// The end of the term before which a renewal is decided; empty in every other case.
    static Optional<LocalDate> end(CaseState state) {
        return state.course()
                .latest(VerbEvent.LicenceNamed.class)
                .filter(n -> n.act() == Act.RENEW)
                .map(VerbEvent.LicenceNamed::until);
    }

    /// What silence brings about: the renewal, and what follows a grant.
    static List<CaseEvent> deemed(CaseFacts facts, Situation situation, CaseState state) {
        var named = state.course().latest(VerbEvent.LicenceNamed.class).orElseThrow();
        var decide = CirculationHandlers.ofKind(situation, StepKind.DECISION).orElseThrow();
        var events = new ArrayList<CaseEvent>();
        events.add(new VerbEvent.Deemed(decide.id(), named.number(), facts.today()));
        state.open()
                .forEach(r ->
                        events.add(new CaseEvent.StepClosed(r.step(), "deemed", facts.today())));
        decide.next("granted").stream()
                .flatMap(id -> situation.step(id).stream())
                .filter(s -> !s.join())
                .forEach(s -> {
                    var due = Clocks.opening(s, state, facts.today(), facts.calendar());
                    events.add(
                            new CaseEvent.StepOpened(
                                    s.id(),
                                    s.kind(),
                                    facts.today(),
                                    due.map(d -> d.lastDay()).orElse(null),
                                    due.map(d -> d.provisional()).orElse(false)));
                });
        return events;
    }
}
