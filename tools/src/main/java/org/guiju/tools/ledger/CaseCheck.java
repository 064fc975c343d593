package org.guiju.tools.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.tools.ledger.MonitorFinding.Kind;
import org.jspecify.annotations.Nullable;

/// 个案核查: one case, by what stands in clear: each step follows from the outcome of one before it, as the text named by the
/// case's digest has it; the decision falls within the limit that acceptance set.
final class CaseCheck {
    /// By whose days limits are counted; not whose times are shown.
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String WITHDRAWN = "withdrawn";
    private @Nullable Overdue overdue;

    /// 不合之处.
    record Fault(Kind kind, String detail) {}

    private final DefinitionShelf definitions;
    private final Set<String> open = new HashSet<>();
    private final Set<String> mayOpen = new HashSet<>();
    private @Nullable Situation situation;
    private @Nullable LocalDate due;
    private boolean paused;
    private boolean withdrawn;
    private boolean over;

    CaseCheck(DefinitionShelf definitions) {
        this.definitions = definitions;
    }

    List<Fault> visit(EventEntry event) {
        var faults = new ArrayList<Fault>();
        switch (event.kind()) {
            case "case.application-received", "case.clue-registered" -> begin(event, faults);
            case "case.step-opened" -> opened(event, faults);
            case "case.step-closed" -> closed(event, faults);
            case "case.withdrawn" -> withdrawn = true;
            case "case.accepted", "case.filed", "case.extended" -> due = event.due().orElse(due);
            case "case.paused" -> paused = true;
            case "case.resumed" -> {
                paused = false;
                due = event.due().orElse(due);
            }
            case "case.decided", "case.penalty-decided" -> decided(event, faults);
            case "case.closed" -> over = true;
            default -> {
                // Acts within a step: whether they may be done is the decider's matter, and needs
                // what is not public.
            }
        }
        return faults;
    }

    private void begin(EventEntry event, List<Fault> faults) {
        var definition = definitions.find(text(event, "digest"));
        if (definition.isEmpty()) {
            if (definitions.given()) {
                faults.add(
                        new Fault(
                                Kind.UNKNOWN_DEFINITION,
                                text(event, "power")
                                        + " "
                                        + text(event, "digest")
                                        + (definitions.rejected().isEmpty()
                                                ? ""
                                                : "; unreadable "
                                                        + String.join(
                                                                ", ", definitions.rejected()))));
            }
            return;
        }
        situation = definition.get().situation(text(event, "situation")).orElse(null);
        if (situation == null) {
            faults.add(new Fault(Kind.ILLEGAL_STEP, "situation " + text(event, "situation")));
            return;
        }
        mayOpen.add(situation.first().id());
    }

    private void opened(EventEntry event, List<Fault> faults) {
        var flow = situation;
        if (flow == null) {
            return;
        }
        var id = text(event, "step");
        var step = flow.step(id);
        if (step.isEmpty() || !mayOpen.remove(id)) {
            faults.add(new Fault(Kind.ILLEGAL_STEP, id + " opened out of turn"));
        } else if (!step.get().kind().code().equals(text(event, "step_kind"))) {
            faults.add(new Fault(Kind.ILLEGAL_STEP, id + " is not " + text(event, "step_kind")));
        }
        open.add(id);
    }

    private void closed(EventEntry event, List<Fault> faults) {
        var flow = situation;
        if (flow == null) {
            return;
        }
        var id = text(event, "step");
        var outcome = text(event, "outcome");
        if (!open.remove(id)) {
            faults.add(new Fault(Kind.ILLEGAL_STEP, id + " closed and was not open"));
        }
        if (withdrawn && outcome.equals(WITHDRAWN)) {
            return;
        }
        var step = flow.step(id);
        if (step.filter(s -> s.outcomes().containsKey(outcome)).isEmpty()) {
            faults.add(new Fault(Kind.ILLEGAL_STEP, id + " has no outcome " + outcome));
            return;
        }
        mayOpen.addAll(step.map((Step s) -> s.next(outcome)).orElse(List.of()));
    }

    private void decided(EventEntry event, List<Fault> faults) {
        var limit = due;
        var on = date(event, "on");
        over = true;
        if (limit != null && on.isAfter(limit)) {
            overdue = Overdue.DECIDED_LATE;
            faults.add(new Fault(Kind.OVERDUE, overdue.code() + ", " + on + " > " + limit));
        }
        if (situation != null && !open.contains(text(event, "step"))) {
            faults.add(
                    new Fault(
                            Kind.ILLEGAL_STEP, text(event, "step") + " decided and was not open"));
        }
    }

    /// A case still undecided after its last day.
    Optional<String> end(Instant asOf) {
        var limit = due;
        var today = asOf.atZone(ZONE).toLocalDate();
        boolean late = limit != null && !over && !paused && !withdrawn && today.isAfter(limit);
        if (!late) {
            return Optional.empty();
        }
        overdue = Overdue.UNDECIDED;
        return Optional.of(overdue.code() + ", due " + limit);
    }

    /// Known once everything was read.
    Optional<Overdue> overdue() {
        return Optional.ofNullable(overdue);
    }

    private static String text(EventEntry event, String name) {
        return event.fields().get(name) instanceof Value.Str(String s) ? s : "";
    }

    private static LocalDate date(EventEntry event, String name) {
        try {
            return LocalDate.parse(text(event, name));
        } catch (java.time.format.DateTimeParseException e) {
            return event.at().atZone(ZONE).toLocalDate();
        }
    }
}
