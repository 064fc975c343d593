package org.guiju.kernel.adjustments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.adjustments.AdjustmentCommand.ApproveInstitution;
import org.guiju.kernel.adjustments.AdjustmentCommand.Cancel;
import org.guiju.kernel.adjustments.AdjustmentCommand.ConfirmTakeover;
import org.guiju.kernel.adjustments.AdjustmentCommand.Delegate;
import org.guiju.kernel.adjustments.AdjustmentCommand.Entrust;
import org.guiju.kernel.adjustments.AdjustmentCommand.Merge;
import org.guiju.kernel.adjustments.AdjustmentCommand.PlanFollowUp;
import org.guiju.kernel.adjustments.AdjustmentFacts.Actor;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 调整决定: whether a power can be adjusted as asked, and what becomes true of it. A merger is a fact of both items: the
/// caller writes {@link AdjustmentEvent.Absorbed} where the surviving item has its events.
public final class Adjustments {
    /// 目录管理员: who adjusts an organ's powers by hand.
    public static final String CLERK = "catalogue-clerk";

    /// 机关负责人: may confirm a takeover as well.
    public static final String HEAD = "head-of-organ";

    private Adjustments() {}

    /// Decides.
    ///
    /// @param standing the power as its events tell it
    /// @return what becomes true, or every rule that does not hold, in order of precedence
    public static Outcome<AdjustmentEvent> decide(
            AdjustmentFacts facts, PowerStanding standing, AdjustmentCommand command) {
        var broken =
                switch (command) {
                    case AdjustmentCommand.Holders c -> holders(facts, standing, c);
                    case ConfirmTakeover _ -> takeover(facts, standing);
                    case ApproveInstitution c -> institution(facts, standing, c);
                    case PlanFollowUp c -> followUp(facts, standing, c);
                };
        if (!broken.isEmpty()) {
            broken.sort(Comparator.comparing(r -> (AdjustmentRule) r.code()));
            return new Outcome.Refused<>(broken);
        }
        return new Outcome.Permitted<>(facts(facts, standing, command));
    }

    private static List<AdjustmentEvent> facts(
            AdjustmentFacts facts, PowerStanding standing, AdjustmentCommand command) {
        return switch (command) {
            case Cancel(var from, var basis) ->
                    List.of(new AdjustmentEvent.Cancelled(from, basis.strip()));
            case Merge(var into, var from, var basis) ->
                    List.of(
                            new AdjustmentEvent.MergedInto(into, from, basis.strip()),
                            new AdjustmentEvent.Absorbed(facts.code(), from, basis.strip()));
            case Delegate(var giver, var receiver, var from, var due, var basis) ->
                    List.of(
                            new AdjustmentEvent.Delegated(
                                    giver, receiver, from, due, basis.strip()));
            case Entrust(var giver, var receiver, var from, var basis) ->
                    List.of(new AdjustmentEvent.Entrusted(giver, receiver, from, basis.strip()));
            case ConfirmTakeover _ -> {
                var waiting = java.util.Objects.requireNonNull(standing.delegation());
                yield List.of(
                        new AdjustmentEvent.TakenOver(waiting.decision().to(), facts.today()));
            }
            case ApproveInstitution(var of, var institution) ->
                    List.of(
                            new AdjustmentEvent.InstitutionApproved(
                                    of, institution.strip(), facts.today()));
            case PlanFollowUp(var responsible, var measures) ->
                    List.of(
                            new AdjustmentEvent.FollowUpPlanned(
                                    responsible, measures.strip(), facts.today()));
        };
    }

    private static List<Refusal> holders(
            AdjustmentFacts facts, PowerStanding standing, AdjustmentCommand.Holders command) {
        var broken = stands(facts, standing);
        if (!broken.isEmpty()) {
            return broken;
        }
        var giver =
                switch (command) {
                    case Delegate d -> d.giver();
                    case Entrust e -> e.giver();
                    case Cancel _, Merge _ -> facts.holder();
                };
        if (!clerk(facts, holder(facts, standing, giver))) {
            broken.add(refusal(AdjustmentRule.CLERK_ADJUSTS, facts, Map.of()));
        }
        if (command.basis().isBlank()) {
            broken.add(refusal(AdjustmentRule.ADJUSTMENT_REASONED, facts, Map.of()));
        }
        if (command.from().isBefore(facts.today())) {
            broken.add(
                    refusal(
                            AdjustmentRule.ADJUSTMENT_AHEAD,
                            facts,
                            Map.of("from", command.from().toString())));
        }
        switch (command) {
            case Merge m -> merge(facts, m, broken);
            case Delegate d -> delegate(facts, standing, d, broken);
            case Entrust e -> receiver(facts, standing, e.giver(), e.receiver(), broken);
            case Cancel _ -> {}
        }
        return broken;
    }

    /// Neither unknown nor gone.
    private static List<Refusal> stands(AdjustmentFacts facts, PowerStanding standing) {
        var broken = new ArrayList<Refusal>();
        var cancelled = standing.cancelled();
        var merged = standing.merged();
        if (!facts.known()) {
            broken.add(refusal(AdjustmentRule.ITEM_KNOWN, facts, Map.of()));
        } else if (cancelled != null) {
            broken.add(
                    refusal(
                            AdjustmentRule.NOT_CANCELLED,
                            facts,
                            Map.of("from", cancelled.from().toString())));
        } else if (merged != null) {
            broken.add(refusal(AdjustmentRule.NOT_MERGED, facts, Map.of("into", merged.into())));
        }
        return broken;
    }

    private static void merge(AdjustmentFacts facts, Merge command, List<Refusal> broken) {
        var survivor = facts.survivor();
        if (survivor == null
                || survivor.cancelled() != null
                || survivor.merged() != null
                || command.into().equals(facts.code())) {
            broken.add(
                    refusal(AdjustmentRule.SURVIVOR_STANDS, facts, Map.of("into", command.into())));
        }
    }

    private static void delegate(
            AdjustmentFacts facts, PowerStanding standing, Delegate command, List<Refusal> broken) {
        receiver(facts, standing, command.giver(), command.receiver(), broken);
        var before = standing.delegation();
        if (before != null && !before.inPlace()) {
            broken.add(
                    refusal(
                            AdjustmentRule.DELEGATION_SETTLED,
                            facts,
                            Map.of("to", before.decision().to().value())));
        }
        if (command.due().isBefore(command.from())) {
            broken.add(
                    refusal(
                            AdjustmentRule.TAKEOVER_AFTER_EFFECT,
                            facts,
                            Map.of(
                                    "from", command.from().toString(),
                                    "due", command.due().toString())));
        }
    }

    private static void receiver(
            AdjustmentFacts facts,
            PowerStanding standing,
            OrganId giver,
            OrganId receiver,
            List<Refusal> broken) {
        if (giver.equals(receiver)
                || !facts.organs().contains(receiver)
                || !giver.equals(holder(facts, standing, giver))) {
            broken.add(
                    refusal(
                            AdjustmentRule.RECEIVER_STANDS,
                            facts,
                            Map.of("giver", giver.value(), "receiver", receiver.value())));
        }
    }

    /// Who holds the power: the one it was last delegated to, else the organ of its institution, else whoever says so.
    private static @Nullable OrganId holder(
            AdjustmentFacts facts, PowerStanding standing, @Nullable OrganId claimed) {
        var delegation = standing.delegation();
        if (delegation != null) {
            return delegation.decision().to();
        }
        return facts.holder() == null ? claimed : facts.holder();
    }

    private static List<Refusal> takeover(AdjustmentFacts facts, PowerStanding standing) {
        var broken = stands(facts, standing);
        var waiting = standing.delegation();
        if (waiting == null || waiting.inPlace()) {
            broken.add(refusal(AdjustmentRule.DELEGATION_WAITS, facts, Map.of()));
        } else if (!clerk(facts, waiting.decision().to())
                && !holds(facts, HEAD, waiting.decision().to())) {
            broken.add(
                    refusal(
                            AdjustmentRule.RECEIVER_CONFIRMS,
                            facts,
                            Map.of("receiver", waiting.decision().to().value())));
        }
        return broken;
    }

    private static List<Refusal> institution(
            AdjustmentFacts facts, PowerStanding standing, ApproveInstitution command) {
        var broken = stands(facts, standing);
        var entrusted = standing.entrustment(command.of());
        if (entrusted.isEmpty()) {
            broken.add(
                    refusal(
                            AdjustmentRule.ENTRUSTMENT_STANDS,
                            facts,
                            Map.of("organ", command.of().value())));
        } else if (!clerk(facts, entrusted.get().decision().from())) {
            broken.add(refusal(AdjustmentRule.CLERK_ADJUSTS, facts, Map.of()));
        }
        if (command.institution().isBlank()) {
            broken.add(refusal(AdjustmentRule.INSTITUTION_NAMED, facts, Map.of()));
        }
        return broken;
    }

    private static List<Refusal> followUp(
            AdjustmentFacts facts, PowerStanding standing, PlanFollowUp command) {
        var broken = new ArrayList<Refusal>();
        if (standing.cancelled() == null
                && standing.merged() == null
                && standing.delegation() == null) {
            broken.add(refusal(AdjustmentRule.FOLLOW_UP_OWED, facts, Map.of()));
        } else if (!clerk(facts, giver(facts, standing))) {
            broken.add(refusal(AdjustmentRule.CLERK_ADJUSTS, facts, Map.of()));
        }
        if (!facts.organs().contains(command.responsible())) {
            broken.add(
                    refusal(
                            AdjustmentRule.RESPONSIBLE_NAMED,
                            facts,
                            Map.of("organ", command.responsible().value())));
        }
        if (command.measures().isBlank()) {
            broken.add(refusal(AdjustmentRule.MEASURES_NAMED, facts, Map.of()));
        }
        return broken;
    }

    /// The organ that gave the power up plans what follows.
    private static @Nullable OrganId giver(AdjustmentFacts facts, PowerStanding standing) {
        var delegation = standing.delegation();
        return delegation == null ? facts.holder() : delegation.decision().from();
    }

    /// Of the organ; of any organ where nobody knows whose the item is.
    private static boolean clerk(AdjustmentFacts facts, @Nullable OrganId organ) {
        return holds(facts, CLERK, organ);
    }

    private static boolean holds(AdjustmentFacts facts, String role, @Nullable OrganId organ) {
        return switch (facts.actor()) {
            case Actor.Decision _ -> true;
            case Actor.Clerk(PersonId person) ->
                    organ == null
                            ? facts.organs().stream()
                                    .anyMatch(o -> in(facts, person, role, o, facts.today()))
                            : in(facts, person, role, organ, facts.today());
        };
    }

    private static boolean in(
            AdjustmentFacts facts, PersonId person, String role, OrganId organ, LocalDate day) {
        return facts.roster().holding(person, role, organ, day).isPresent();
    }

    private static Refusal refusal(
            AdjustmentRule rule, AdjustmentFacts facts, Map<String, String> more) {
        var named = new java.util.LinkedHashMap<>(more);
        named.put("power", facts.code());
        return new Refusal(rule, rule.basis(), named);
    }
}
