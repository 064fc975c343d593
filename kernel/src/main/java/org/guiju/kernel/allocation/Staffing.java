package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 配权决定: whether a post may be set up so, filled so, a field assigned so. A function of the establishment, of the roles'
/// uses in the definitions in force and of the command.
public final class Staffing {
    private Staffing() {}

    /// Whether somebody decides over himself: he takes a post or a field, or is given another's signature; leaving one is free.
    public static List<Refusal> own(PersonId by, StaffingCommand command) {
        boolean himself =
                switch (command) {
                    case StaffingCommand.Fill(var tenure, var _) -> tenure.person().equals(by);
                    case StaffingCommand.TakeCharge(var portfolio, var _) ->
                            portfolio.leader().equals(by);
                    case StaffingCommand.DelegateSigning(var delegation) ->
                            delegation.to().equals(by);
                    case StaffingCommand.SetUp _,
                            StaffingCommand.Leave _,
                            StaffingCommand.GiveUp _,
                            StaffingCommand.Bar _ ->
                            false;
                };
        return himself ? List.of(refusal(StaffingRule.NOT_ONESELF, Map.of())) : List.of();
    }

    /// Why not, in order of precedence; empty when it may be.
    ///
    /// @param uses what roles do in the definitions in force
    /// @param roster for the roles of whoever delegates
    public static List<Refusal> refusals(
            Establishment now, Collection<RoleUse> uses, Roster roster, StaffingCommand command) {
        var refusals = new ArrayList<Refusal>();
        switch (command) {
            case StaffingCommand.SetUp(var post, var method) -> {
                named(method, refusals);
                refusals.addAll(shape(post, uses));
            }
            case StaffingCommand.Fill(var tenure, var method) -> {
                named(method, refusals);
                fill(now, uses, tenure, refusals);
            }
            case StaffingCommand.Leave(var post, var person, var last, var _) ->
                    held(
                            now.incumbents(post, last).stream()
                                    .anyMatch(t -> t.person().equals(person)),
                            post,
                            last,
                            refusals);
            case StaffingCommand.TakeCharge(var portfolio, var method) -> {
                named(method, refusals);
                charge(now, portfolio, refusals);
            }
            case StaffingCommand.GiveUp(var subject, var leader, var last) ->
                    held(
                            now.portfolios().stream()
                                    .anyMatch(p -> holds(p, subject, leader, last)),
                            subject,
                            last,
                            refusals);
            case StaffingCommand.Bar(var subjects, var from) -> {
                bar(subjects, refusals);
                chiefsBarred(now.after(command), subjects, from, refusals);
            }
            case StaffingCommand.DelegateSigning(var delegation) ->
                    delegate(roster, delegation, refusals);
        }
        return List.copyOf(refusals);
    }

    /// Nobody who is chief may be left in charge of what the organ now bars.
    private static void chiefsBarred(
            Establishment after, Set<String> subjects, LocalDate from, List<Refusal> refusals) {
        after.tenures().stream()
                .map(Tenure::person)
                .distinct()
                .forEach(p -> barredChief(after, p, subjects, from, refusals));
    }

    private static void held(boolean held, String what, LocalDate day, List<Refusal> refusals) {
        if (!held) {
            refusals.add(
                    refusal(StaffingRule.POST_HELD, Map.of("post", what, "day", day.toString())));
        }
    }

    private static void bar(Set<String> subjects, List<Refusal> refusals) {
        var missing = new TreeSet<>(Portfolio.ALWAYS);
        missing.removeAll(subjects);
        if (!missing.isEmpty()) {
            refusals.add(
                    refusal(
                            StaffingRule.BASELINE_BARRED,
                            Map.of("subjects", String.join("、", missing))));
        }
    }

    private static boolean holds(Portfolio p, String subject, PersonId leader, LocalDate day) {
        return p.subject().equals(subject) && p.leader().equals(leader) && p.on(day);
    }

    /// What is wrong with the post as such, whoever takes it.
    public static List<Refusal> shape(Post post, Collection<RoleUse> uses) {
        var refusals = new ArrayList<Refusal>();
        var powers = new TreeSet<String>();
        uses.forEach(u -> powers.add(u.power()));
        for (var power : powers) {
            var duties = duties(post.roles(), power, uses);
            var aspects = aspects(duties);
            var facts = Map.of("power", power, "post", post.name().zh());
            if (aspects.contains(Aspect.DECISION) && aspects.contains(Aspect.SUPERVISION)) {
                add(refusals, refusal(StaffingRule.DECIDES_OR_SUPERVISES, facts));
            }
            for (var pair : Incompatibility.BASELINE) {
                if (pair.posts() && has(duties, pair.one()) && has(duties, pair.other())) {
                    var said =
                            Map.of(
                                    "power", power,
                                    "post", post.name().zh(),
                                    "pair", pair.why().zh());
                    add(refusals, new Refusal(StaffingRule.DUTIES_COMPATIBLE, pair.basis(), said));
                }
            }
            if (post.level() == PostLevel.CHIEF && aspects.contains(Aspect.EXECUTION)) {
                add(refusals, refusal(StaffingRule.CHIEF_DOES_NOT_HANDLE, facts));
            }
            if (post.highRisk() && aspects.size() > 1) {
                add(refusals, refusal(StaffingRule.HIGH_RISK_SPLIT, facts));
            }
        }
        refusals.sort(java.util.Comparator.comparing(r -> (StaffingRule) r.code()));
        return List.copyOf(refusals);
    }

    /// One refusal of a rule is enough; the first power stands in it.
    private static void add(List<Refusal> refusals, Refusal refusal) {
        if (refusals.stream().noneMatch(r -> r.code() == refusal.code())) {
            refusals.add(refusal);
        }
    }

    private static boolean has(Set<Duty> duties, String code) {
        return duties.stream().anyMatch(d -> d.code().equals(code));
    }

    /// What the roles do under the power.
    public static Set<Duty> duties(
            Collection<String> roles, String power, Collection<RoleUse> uses) {
        var duties = EnumSet.noneOf(Duty.class);
        for (var use : uses) {
            if (use.power().equals(power) && roles.contains(use.role())) {
                duties.add(use.duty());
            }
        }
        return duties;
    }

    public static Set<Aspect> aspects(Set<Duty> duties) {
        var aspects = EnumSet.noneOf(Aspect.class);
        duties.forEach(d -> Aspect.of(d).ifPresent(aspects::add));
        return aspects;
    }

    private static void named(@Nullable AllocationMethod method, List<Refusal> refusals) {
        if (method == null) {
            refusals.add(refusal(StaffingRule.METHOD_NAMED, Map.of()));
        }
    }

    private static void fill(
            Establishment now, Collection<RoleUse> uses, Tenure tenure, List<Refusal> refusals) {
        var found = now.post(tenure.post(), tenure.from());
        if (found.isEmpty()) {
            refusals.add(refusal(StaffingRule.POST_STANDS, Map.of("post", tenure.post())));
            return;
        }
        var post = found.get();
        var facts = Map.of("post", post.name().zh(), "seats", String.valueOf(post.seats()));
        refusals.addAll(shape(post, uses));
        if (post.key() && post.rule().isBlank()) {
            refusals.add(refusal(StaffingRule.KEY_POST_HAS_RULE, facts));
        }
        var there =
                now.tenures().stream()
                        .filter(t -> t.post().equals(post.id()))
                        .filter(t -> Spans.meet(t.from(), t.until(), tenure.from(), tenure.until()))
                        .toList();
        if (there.stream().anyMatch(t -> t.person().equals(tenure.person()))) {
            refusals.add(refusal(StaffingRule.POST_NOT_HELD_ALREADY, facts));
        }
        if (there.stream().map(Tenure::person).distinct().count() >= post.seats()) {
            refusals.add(refusal(StaffingRule.SEAT_FREE, facts));
        }
        if (post.level() == PostLevel.CHIEF) {
            if (chiefBeside(now, tenure)) {
                refusals.add(refusal(StaffingRule.ONE_CHIEF, facts));
            }
            var after = now.after(new StaffingCommand.Fill(tenure, null));
            barredChief(
                    after, tenure.person(), after.barred(tenure.from()), tenure.from(), refusals);
        }
        if (tenure.terms() == Tenure.Terms.CONTRACT && (post.leading() || decides(post, uses))) {
            refusals.add(refusal(StaffingRule.CONTRACT_DECIDES_NOT, facts));
        }
    }

    /// Whether the post decides under any power.
    public static boolean decides(Post post, Collection<RoleUse> uses) {
        return uses.stream()
                .filter(u -> post.roles().contains(u.role()))
                .anyMatch(u -> Aspect.of(u.duty()).filter(Aspect.DECISION::equals).isPresent());
    }

    private static boolean chiefBeside(Establishment now, Tenure tenure) {
        return now.tenures().stream()
                .filter(t -> !t.person().equals(tenure.person()))
                .filter(t -> Spans.meet(t.from(), t.until(), tenure.from(), tenure.until()))
                .anyMatch(t ->
                        now.posts().stream()
                                .anyMatch(p ->
                                        p.id().equals(t.post()) && p.level() == PostLevel.CHIEF));
    }

    private static void charge(Establishment now, Portfolio portfolio, List<Refusal> refusals) {
        var day = portfolio.from();
        var facts = Map.of("subject", portfolio.subject());
        if (now.postsOf(portfolio.leader(), day).stream().noneMatch(Post::leading)) {
            refusals.add(refusal(StaffingRule.LEADER_IN_CHARGE, facts));
        }
        var after = now.after(new StaffingCommand.TakeCharge(portfolio, null));
        barredChief(after, portfolio.leader(), Set.of(portfolio.subject()), day, refusals);
        if (now.portfolios().stream()
                .filter(p -> p.subject().equals(portfolio.subject()))
                .anyMatch(p ->
                        Spans.meet(p.from(), p.until(), portfolio.from(), portfolio.until()))) {
            refusals.add(refusal(StaffingRule.FIELD_FREE, facts));
        }
    }

    /// Nobody is chief and in charge of what the chief is barred from, whichever of the two came first.
    private static void barredChief(
            Establishment after,
            PersonId person,
            Set<String> among,
            LocalDate day,
            List<Refusal> refusals) {
        var barred = new TreeSet<>(among);
        barred.retainAll(after.barred(day));
        after.chiefsFields(person, barred, day).stream()
                .findFirst()
                .ifPresent(subject ->
                        refusals.add(
                                new Refusal(
                                        StaffingRule.CHIEF_NOT_IN_CHARGE,
                                        StaffingRule.basis(subject),
                                        Map.of("subject", subject))));
    }

    private static void delegate(Roster roster, SigningDelegation d, List<Refusal> refusals) {
        var day = d.from();
        if (d.by().equals(d.to())) {
            refusals.add(refusal(StaffingRule.DELEGATE_IS_ANOTHER, Map.of()));
        }
        if (d.roles().isEmpty()
                || d.roles().stream()
                        .anyMatch(r -> !roster.holders(r, d.organ(), day).contains(d.by()))) {
            refusals.add(
                    refusal(
                            StaffingRule.DELEGATES_OWN_ROLE,
                            Map.of("roles", String.join("、", new TreeSet<>(d.roles())))));
        }
        if (d.until().isBefore(day) || d.until().isAfter(day.plusYears(1))) {
            refusals.add(
                    refusal(StaffingRule.DELEGATION_ENDS, Map.of("until", d.until().toString())));
        }
        if (roster.of(d.to(), day).stream().noneMatch(a -> a.organ().equals(d.organ()))) {
            refusals.add(refusal(StaffingRule.DELEGATE_SERVES_THERE, Map.of()));
        }
    }

    private static Refusal refusal(StaffingRule rule, Map<String, String> facts) {
        return new Refusal(rule, rule.basis(), facts);
    }
}
