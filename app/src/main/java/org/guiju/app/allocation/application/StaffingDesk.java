package org.guiju.app.allocation.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.allocation.RoleUses;
import org.guiju.app.allocation.store.AllocationProjection;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.AllocationMethod;
import org.guiju.kernel.allocation.Establishment;
import org.guiju.kernel.allocation.Post;
import org.guiju.kernel.allocation.RoleUse;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.allocation.Staffing;
import org.guiju.kernel.allocation.StaffingCommand;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 配权办理: loads the establishment, decides, appends to the organ's stream. Several commands happen together or not at all.
@Service
public class StaffingDesk {
    private final EventStore events;
    private final AllocationProjection projection;
    private final Allocation allocation;
    private final Portfolios portfolios;
    private final RoleUses uses;
    private final Attempts attempts;
    private final OfficialClock clock;

    StaffingDesk(
            EventStore events,
            AllocationProjection projection,
            Allocation allocation,
            Portfolios portfolios,
            RoleUses uses,
            Attempts attempts,
            OfficialClock clock) {
        this.events = events;
        this.projection = projection;
        this.allocation = allocation;
        this.portfolios = portfolios;
        this.uses = uses;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Does all of them, or none.
    ///
    /// @return why not; empty when everything is done
    @Transactional
    public List<Refusal> act(OrganId organ, List<StaffingCommand> commands, Stamp stamp) {
        var stream = Appointments.stream(organ);
        long known = events.length(stream);
        var now = portfolios.establishment(organ);
        var roles = uses.on(clock.today());
        var roster = allocation.roster();
        var drafts = new ArrayList<EventDraft>();
        for (var command : commands) {
            var refusals = new ArrayList<>(Staffing.own(new PersonId(stamp.by()), command));
            refusals.addAll(Staffing.refusals(now, roles, roster, command));
            if (!refusals.isEmpty()) {
                attempts.record(
                        new PersonId(stamp.by()),
                        "organ:" + organ,
                        refusals.stream().map(r -> r.code().name()).distinct().toList(),
                        stamp);
                return List.copyOf(refusals);
            }
            drafts.addAll(drafts(now, command));
            now = now.after(command);
        }
        if (!drafts.isEmpty()) {
            events.append(stream, known, drafts, stamp);
            projection.project(events.read(stream));
        }
        return List.of();
    }

    /// What would stand in the way, without doing it.
    public List<Refusal> asked(OrganId organ, StaffingCommand command, @Nullable Roster roster) {
        return Staffing.refusals(
                portfolios.establishment(organ),
                uses.on(clock.today()),
                roster == null ? allocation.roster() : roster,
                command);
    }

    /// Roles' uses today.
    public List<RoleUse> uses() {
        return uses.on(clock.today());
    }

    private static List<EventDraft> drafts(Establishment now, StaffingCommand command) {
        return switch (command) {
            case StaffingCommand.SetUp(var post, var method) -> setUp(now, post, method);
            case StaffingCommand.Fill(var tenure, var method) -> {
                var post = now.post(tenure.post(), tenure.from()).orElseThrow();
                yield List.of(
                        draft(
                                "organ.post-filled",
                                open -> {
                                    open.put("post", text(post.id()));
                                    open.put("person", text(tenure.person().value()));
                                    open.put("manner", text(tenure.manner().code()));
                                    open.put("terms", text(tenure.terms().code()));
                                    open.put("section", text(post.section()));
                                    names(open, post);
                                    open.put("roles", texts(post.roles()));
                                    span(open, tenure.from(), tenure.until());
                                    method(open, method);
                                    return open;
                                }));
            }
            case StaffingCommand.Leave(var id, var person, var last, var reason) -> {
                // Roles that another post of the person still carries stay.
                var lost =
                        new HashSet<>(
                                now.post(id, last).map(Post::roles).orElse(java.util.Set.of()));
                now.postsOf(person, last.plusDays(1)).stream()
                        .filter(p -> !p.id().equals(id))
                        .forEach(p -> lost.removeAll(p.roles()));
                yield List.of(
                        draft(
                                "organ.post-left",
                                open -> {
                                    open.put("post", text(id));
                                    open.put("person", text(person.value()));
                                    open.put("last", text(last.toString()));
                                    open.put("reason", text(reason));
                                    open.put("roles", texts(lost));
                                    return open;
                                }));
            }
            case StaffingCommand.TakeCharge(var p, var method) ->
                    List.of(
                            draft(
                                    "organ.field-assigned",
                                    open -> {
                                        open.put("subject", text(p.subject()));
                                        open.put("leader", text(p.leader().value()));
                                        span(open, p.from(), p.until());
                                        method(open, method);
                                        return open;
                                    }));
            case StaffingCommand.GiveUp(var subject, var leader, var last) ->
                    List.of(
                            draft(
                                    "organ.field-given-up",
                                    open -> {
                                        open.put("subject", text(subject));
                                        open.put("leader", text(leader.value()));
                                        open.put("last", text(last.toString()));
                                        return open;
                                    }));
            case StaffingCommand.Bar(var subjects, var from) ->
                    List.of(
                            draft(
                                    "organ.fields-barred",
                                    open -> {
                                        open.put("subjects", texts(subjects));
                                        open.put("from", text(from.toString()));
                                        return open;
                                    }));
            case StaffingCommand.DelegateSigning(var d) ->
                    List.of(
                            draft(
                                    "organ.signing-delegated",
                                    open -> {
                                        open.put("giver", text(d.by().value()));
                                        open.put("taker", text(d.to().value()));
                                        open.put("roles", texts(d.roles()));
                                        open.put("powers", texts(d.powers()));
                                        open.put("document", text(d.document()));
                                        span(open, d.from(), d.until());
                                        return open;
                                    }));
        };
    }

    private static List<EventDraft> setUp(
            Establishment now, Post post, @Nullable AllocationMethod method) {
        var drafts = new ArrayList<EventDraft>();
        drafts.add(
                draft(
                        "organ.post-set-up",
                        open -> {
                            open.put("post", text(post.id()));
                            open.put("section", text(post.section()));
                            names(open, post);
                            open.put("level", text(post.level().code()));
                            open.put("duty", text(post.duty()));
                            open.put("integrity", text(post.integrity()));
                            open.put("roles", texts(post.roles()));
                            open.put("seats", new Value.Int(post.seats()));
                            open.put("key", text(post.key() ? "yes" : ""));
                            open.put("rule", text(post.rule()));
                            open.put("high_risk", text(post.highRisk() ? "yes" : ""));
                            span(open, post.from(), post.until());
                            method(open, method);
                            return open;
                        }));
        var before = now.post(post.id(), post.from()).map(Post::roles).orElse(post.roles());
        if (!before.equals(post.roles())) {
            var lost = new TreeSet<>(before);
            lost.removeAll(post.roles());
            var gained = new TreeSet<>(post.roles());
            gained.removeAll(before);
            for (var tenure : now.incumbents(post.id(), post.from())) {
                drafts.add(
                        draft(
                                "organ.roles-changed",
                                open -> {
                                    open.put("post", text(post.id()));
                                    open.put("person", text(tenure.person().value()));
                                    open.put("section", text(post.section()));
                                    open.put("lost", texts(lost));
                                    open.put("gained", texts(gained));
                                    span(open, post.from(), tenure.until());
                                    return open;
                                }));
            }
        }
        return drafts;
    }

    private static EventDraft draft(String kind, UnaryOperator<Map<String, Value>> fields) {
        return EventDraft.of(kind, fields.apply(new LinkedHashMap<>()));
    }

    private static void names(Map<String, Value> open, Post post) {
        var en = post.name().en();
        open.put("name_zh", text(post.name().zh()));
        open.put("name_en", text(en == null ? "" : en));
    }

    private static void span(Map<String, Value> open, LocalDate from, @Nullable LocalDate until) {
        open.put("from", text(from.toString()));
        if (until != null) {
            open.put("until", text(until.toString()));
        }
    }

    private static void method(Map<String, Value> open, @Nullable AllocationMethod method) {
        if (method != null) {
            open.put("method", text(method.code()));
        }
    }

    private static Value texts(java.util.Set<String> texts) {
        return new Value.Strs(List.copyOf(new TreeSet<>(texts)));
    }

    private static Value text(String text) {
        return new Value.Str(text);
    }
}
