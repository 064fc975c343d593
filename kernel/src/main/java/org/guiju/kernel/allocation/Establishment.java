package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;

/// 机关的编制与分工: posts, who held them when, who was in charge of what, who signs for whom.
public record Establishment(
        OrganId organ,
        List<Post> posts,
        List<Tenure> tenures,
        List<Portfolio> portfolios,
        List<Portfolio.Barred> barred,
        List<SigningDelegation> delegations) {
    public Establishment {
        posts = List.copyOf(posts);
        tenures = List.copyOf(tenures);
        portfolios = List.copyOf(portfolios);
        barred = List.copyOf(barred);
        delegations = List.copyOf(delegations);
    }

    public static Establishment empty(OrganId organ) {
        return new Establishment(organ, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Optional<Post> post(String id, LocalDate day) {
        return posts.stream().filter(p -> p.id().equals(id) && p.on(day)).findFirst();
    }

    /// Posts of the person on the day.
    public List<Post> postsOf(PersonId person, LocalDate day) {
        return tenures.stream()
                .filter(t -> t.person().equals(person) && t.on(day))
                .flatMap(t -> post(t.post(), day).stream())
                .toList();
    }

    /// 正职 on the day.
    public Optional<PersonId> chief(LocalDate day) {
        return tenures.stream()
                .filter(t -> t.on(day))
                .filter(t ->
                        post(t.post(), day).filter(p -> p.level() == PostLevel.CHIEF).isPresent())
                .map(Tenure::person)
                .findFirst();
    }

    public boolean chief(PersonId person, LocalDate day) {
        return postsOf(person, day).stream().anyMatch(p -> p.level() == PostLevel.CHIEF);
    }

    /// Fields that the person is in charge of while he is chief, on or after the day, and that are among these.
    public List<String> chiefsFields(PersonId person, Set<String> among, LocalDate day) {
        return portfolios.stream()
                .filter(p -> p.leader().equals(person) && among.contains(p.subject()))
                .filter(p -> p.until() == null || !p.until().isBefore(day))
                .filter(p -> chiefDuring(person, p))
                .map(Portfolio::subject)
                .distinct()
                .toList();
    }

    private boolean chiefDuring(PersonId person, Portfolio p) {
        return tenures.stream()
                .filter(t -> t.person().equals(person))
                .filter(t -> Spans.meet(t.from(), t.until(), p.from(), p.until()))
                .anyMatch(t ->
                        posts.stream()
                                .anyMatch(post ->
                                        post.id().equals(t.post())
                                                && post.level() == PostLevel.CHIEF));
    }

    /// 岗位现任.
    public List<Tenure> incumbents(String post, LocalDate day) {
        return tenures.stream().filter(t -> t.post().equals(post) && t.on(day)).toList();
    }

    /// 分管领导 of the field on the day.
    public Optional<PersonId> inCharge(String subject, LocalDate day) {
        return portfolios.stream()
                .filter(p -> p.subject().equals(subject) && p.on(day))
                .map(Portfolio::leader)
                .findFirst();
    }

    /// What the chief is not directly in charge of on the day: the organ's own set, or the three (B8).
    public Set<String> barred(LocalDate day) {
        return barred.stream()
                .filter(b -> !b.from().isAfter(day))
                .max(Comparator.comparing(Portfolio.Barred::from))
                .map(Portfolio.Barred::subjects)
                .orElse(Portfolio.NOT_DIRECTLY);
    }

    /// Every field that somebody has to be in charge of: those barred to the chief and those ever assigned.
    public Set<String> fields(LocalDate day) {
        var fields = new TreeSet<>(barred(day));
        portfolios.stream().map(Portfolio::subject).forEach(fields::add);
        return fields;
    }

    /// 分工表的问题 (B42, B59): gaps, double holders, no deputy in charge, the chief where he is barred.
    public record FieldFault(String subject, Kind kind, List<PersonId> leaders) {
        /// 问题类别.
        public enum Kind {
            NOBODY,
            TWO_LEADERS,
            NO_DEPUTY,
            CHIEF_BARRED
        }
    }

    public List<FieldFault> faults(LocalDate day) {
        var faults = new ArrayList<FieldFault>();
        for (var field : fields(day)) {
            var leaders =
                    portfolios.stream()
                            .filter(p -> p.subject().equals(field) && p.on(day))
                            .map(Portfolio::leader)
                            .distinct()
                            .toList();
            if (leaders.isEmpty()) {
                faults.add(new FieldFault(field, FieldFault.Kind.NOBODY, leaders));
            } else if (leaders.size() > 1) {
                faults.add(new FieldFault(field, FieldFault.Kind.TWO_LEADERS, leaders));
            } else if (chief(leaders.getFirst(), day)) {
                faults.add(
                        new FieldFault(
                                field,
                                barred(day).contains(field)
                                        ? FieldFault.Kind.CHIEF_BARRED
                                        : FieldFault.Kind.NO_DEPUTY,
                                leaders));
            } else if (postsOf(leaders.getFirst(), day).stream().noneMatch(Post::leading)) {
                faults.add(new FieldFault(field, FieldFault.Kind.NO_DEPUTY, leaders));
            }
        }
        return List.copyOf(faults);
    }

    /// The establishment when the permitted command has become fact.
    public Establishment after(StaffingCommand command) {
        return switch (command) {
            case StaffingCommand.SetUp(var post, var _) ->
                    made(replaced(post), tenures, portfolios);
            case StaffingCommand.Fill(var tenure, var _) ->
                    made(posts, with(tenures, tenure), portfolios);
            case StaffingCommand.Leave(var post, var person, var last, var _) ->
                    made(
                            posts,
                            tenures.stream().map(t -> left(t, post, person, last)).toList(),
                            portfolios);
            case StaffingCommand.TakeCharge(var portfolio, var _) ->
                    made(posts, tenures, with(portfolios, portfolio));
            case StaffingCommand.GiveUp(var subject, var leader, var last) ->
                    made(
                            posts,
                            tenures,
                            portfolios.stream().map(p -> given(p, subject, leader, last)).toList());
            case StaffingCommand.Bar(var subjects, var from) ->
                    new Establishment(
                            organ,
                            posts,
                            tenures,
                            portfolios,
                            with(barred, new Portfolio.Barred(subjects, from)),
                            delegations);
            case StaffingCommand.DelegateSigning(var delegation) ->
                    new Establishment(
                            organ,
                            posts,
                            tenures,
                            portfolios,
                            barred,
                            with(delegations, delegation));
        };
    }

    private Establishment made(List<Post> newPosts, List<Tenure> held, List<Portfolio> fields) {
        return new Establishment(organ, newPosts, held, fields, barred, delegations);
    }

    private List<Post> replaced(Post post) {
        var all = new ArrayList<Post>();
        posts.stream().filter(p -> !p.id().equals(post.id())).forEach(all::add);
        all.add(post);
        return all;
    }

    private static Tenure left(Tenure t, String post, PersonId person, LocalDate last) {
        return t.post().equals(post) && t.person().equals(person) && t.on(last)
                ? new Tenure(post, person, t.manner(), t.terms(), t.from(), last)
                : t;
    }

    private static Portfolio given(Portfolio p, String subject, PersonId leader, LocalDate last) {
        return p.subject().equals(subject) && p.leader().equals(leader) && p.on(last)
                ? new Portfolio(p.organ(), subject, leader, p.from(), last)
                : p;
    }

    private static <T> List<T> with(List<T> list, T one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return all;
    }
}
