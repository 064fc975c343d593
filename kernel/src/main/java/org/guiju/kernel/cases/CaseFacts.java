package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 外部事实: everything the decider may know besides the case itself. Time, actor, calendar, definition and roster come in
/// here; the kernel asks nobody.
///
/// @param definition the version the case began with; for an application, the version in force, if any
/// @param forms 编有号码的决定书: numbers issued to the actor and not used yet (行政处罚法 52)
/// @param listing how the power stands on the list today; matters only for an application
/// @param entrusted 受委托机关: organs that the power's organ entrusted with accepting (行政许可法 24, A78)
/// @param council meetings and expert reviews outside the case; asked only where a rule needs them
/// @param grounds 有回避事由的人: those whose registered kin, posts or interests speak against them in this case; who, not why
public record CaseFacts(
        LocalDate today,
        Actor actor,
        Listing listing,
        @Nullable PowerDefinition definition,
        WorkCalendar calendar,
        Roster roster,
        Set<String> forms,
        List<Entrusted> entrusted,
        Council council,
        Set<PersonId> grounds) {
    public CaseFacts {
        grounds = Set.copyOf(grounds);
        forms = Set.copyOf(forms);
        entrusted = List.copyOf(entrusted);
    }

    /// As most acts ask: nothing registered speaks against anybody they name.
    public CaseFacts(
            LocalDate today,
            Actor actor,
            Listing listing,
            @Nullable PowerDefinition definition,
            WorkCalendar calendar,
            Roster roster,
            Set<String> forms,
            List<Entrusted> entrusted,
            Council council) {
        this(
                today,
                actor,
                listing,
                definition,
                calendar,
                roster,
                forms,
                entrusted,
                council,
                Set.of());
    }

    /// The same facts, with those against whom something registered speaks in this case (回避事由).
    public CaseFacts against(Set<PersonId> persons) {
        return new CaseFacts(
                today,
                actor,
                listing,
                definition,
                calendar,
                roster,
                forms,
                entrusted,
                council,
                persons);
    }

    /// As an organ asks that entrusted nobody.
    public CaseFacts(
            LocalDate today,
            Actor actor,
            Listing listing,
            @Nullable PowerDefinition definition,
            WorkCalendar calendar,
            Roster roster,
            Set<String> forms) {
        this(today, actor, listing, definition, calendar, roster, forms, List.of(), Council.NONE);
    }

    /// As most acts ask: without numbered forms.
    public CaseFacts(
            LocalDate today,
            Actor actor,
            Listing listing,
            @Nullable PowerDefinition definition,
            WorkCalendar calendar,
            Roster roster) {
        this(today, actor, listing, definition, calendar, roster, Set.of());
    }

    /// 受委托机关.
    ///
    /// @param from first day on which it may accept; null while its institution is not approved
    public record Entrusted(OrganId organ, @Nullable LocalDate from) {
        boolean on(LocalDate day) {
            return from != null && !day.isBefore(from);
        }
    }

    /// 行为人.
    public sealed interface Actor {
        /// 公务人员.
        record Officer(PersonId person) implements Actor {}

        /// 申请人 by account, or an unregistered citizen with the receipt code: `party` tells whose hand it is.
        record Citizen(String account) implements Actor {}

        /// 时间: periods that end by themselves.
        record Time() implements Actor {}
    }

    /// 清单状态.
    public enum Listing {
        IN_FORCE,
        UNKNOWN,
        INVENTORY_ONLY,
        NOT_YET,
        ENDED,
        CANCELLED,
        /// 已合并: the power has gone into another one (A31).
        MERGED,
        /// 已下放: the organ that held it has given it away, and no institution of the receiver is in force (A29).
        DELEGATED,
        /// 制度待修订: another item has come into the power since its institution was published (A32).
        OUTDATED;

        /// The rule by which nothing begins under a power that stands like this; empty for one in force.
        public Optional<CaseRule> obstacle() {
            return switch (this) {
                case IN_FORCE -> Optional.empty();
                case UNKNOWN -> Optional.of(CaseRule.POWER_LISTED);
                case INVENTORY_ONLY, NOT_YET, ENDED, CANCELLED ->
                        Optional.of(CaseRule.POWER_IN_FORCE);
                case MERGED -> Optional.of(CaseRule.POWER_NOT_MERGED);
                case DELEGATED -> Optional.of(CaseRule.POWER_NOT_DELEGATED);
                case OUTDATED -> Optional.of(CaseRule.INSTITUTION_REVISED);
            };
        }
    }
}
