package org.guiju.kernel.licences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.powers.LicenceTerms.Act;
import org.jspecify.annotations.Nullable;

/// 许可证现状.
///
/// @param until last day in force; null where there is no term
/// @param asked what was asked for and is not decided yet, by case
/// @param checks 年检 by year
public record LicenceState(
        LicenceEvent.Issued issued,
        Status status,
        @Nullable LocalDate until,
        Map<String, Act> asked,
        Map<Integer, LicenceEvent.Checked> checks,
        List<LicenceEvent> history) {
    public LicenceState {
        asked = Map.copyOf(asked);
        checks = Map.copyOf(checks);
        history = List.copyOf(history);
    }

    /// 状态.
    public enum Status {
        IN_FORCE("in-force"),
        EXPIRED("expired"),
        REVOKED("revoked"),
        WITHDRAWN("withdrawn"),
        TAKEN_AWAY("taken-away"),
        CANCELLED("cancelled");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// The licence as its events tell it; the first is its issue.
    public static LicenceState replay(List<? extends LicenceEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof LicenceEvent.Issued issued)) {
            throw new IllegalArgumentException("a licence begins with its issue");
        }
        var state =
                new LicenceState(
                        issued,
                        Status.IN_FORCE,
                        issued.until(),
                        Map.of(),
                        Map.of(),
                        List.of(issued));
        for (var event : events.subList(1, events.size())) {
            state = state.after(event);
        }
        return state;
    }

    private LicenceState after(LicenceEvent event) {
        var all = new ArrayList<>(history);
        all.add(event);
        return switch (event) {
            case LicenceEvent.Issued e -> throw new IllegalArgumentException("issued twice: " + e);
            case LicenceEvent.Asked e -> {
                var more = new LinkedHashMap<>(asked);
                more.put(e.caseNo(), e.act());
                yield new LicenceState(issued, status, until, more, checks, all);
            }
            case LicenceEvent.AskEnded e -> to(status, until, without(e.caseNo()), all);
            case LicenceEvent.Changed e -> to(status, until, without(e.caseNo()), all);
            case LicenceEvent.Renewed e -> to(status, e.until(), without(e.caseNo()), all);
            case LicenceEvent.Revoked _ -> to(Status.REVOKED, until, asked, all);
            case LicenceEvent.Withdrawn _ -> to(Status.WITHDRAWN, until, asked, all);
            case LicenceEvent.TakenAway _ -> to(Status.TAKEN_AWAY, until, asked, all);
            case LicenceEvent.Expired _ -> to(Status.EXPIRED, until, asked, all);
            case LicenceEvent.Cancelled e -> to(Status.CANCELLED, until, without(e.caseNo()), all);
            case LicenceEvent.Suspended _, LicenceEvent.Certified _ ->
                    to(status, until, asked, all);
            case LicenceEvent.Checked e -> {
                var more = new LinkedHashMap<>(checks);
                more.put(e.year(), e);
                yield new LicenceState(issued, status, until, asked, more, all);
            }
        };
    }

    private LicenceState to(
            Status now, @Nullable LocalDate end, Map<String, Act> open, List<LicenceEvent> all) {
        return new LicenceState(issued, now, end, open, checks, all);
    }

    private Map<String, Act> without(String caseNo) {
        var rest = new LinkedHashMap<>(asked);
        rest.remove(caseNo);
        return rest;
    }

    /// 正在申请延续: until the office has decided, the end of the term is not its end (行政许可法 50).
    public boolean renewalPending() {
        return asked.containsValue(Act.RENEW);
    }

    /// As it stands on the day, whether or not anybody has recorded yet that its term is over.
    public Status on(LocalDate day) {
        return status == Status.IN_FORCE && over(day) && !renewalPending()
                ? Status.EXPIRED
                : status;
    }

    public boolean inForce(LocalDate day) {
        return on(day) == Status.IN_FORCE;
    }

    /// 暂扣至: last day on which it may not be used; empty where it may be.
    public Optional<LocalDate> suspendedUntil() {
        return latest(LicenceEvent.Suspended.class).map(LicenceEvent.Suspended::until);
    }

    /// 现行证件版次; 0 before the first.
    public int edition() {
        return latest(LicenceEvent.Certified.class).map(LicenceEvent.Certified::edition).orElse(0);
    }

    /// 应当制发的原因: what happened since the paper in hand was made; empty where it still says what is so.
    public Optional<LicenceEvent.Why> certificateDue() {
        if (edition() == 0) {
            return Optional.of(LicenceEvent.Why.ISSUE);
        }
        Optional<LicenceEvent.Why> due = Optional.empty();
        for (var event : history) {
            due =
                    switch (event) {
                        case LicenceEvent.Certified _ -> Optional.empty();
                        case LicenceEvent.Renewed _ -> Optional.of(LicenceEvent.Why.RENEWAL);
                        case LicenceEvent.Changed _ ->
                                due.or(() -> Optional.of(LicenceEvent.Why.CHANGE));
                        default -> due;
                    };
        }
        return due;
    }

    private boolean over(LocalDate day) {
        return until != null && day.isAfter(until);
    }

    /// 届满而无人申请延续: to be recorded as expired.
    public boolean expires(LocalDate day) {
        return status == Status.IN_FORCE && over(day) && !renewalPending();
    }

    /// 变更过、延续过: what a reader of the list wants to know besides the state.
    public <E extends LicenceEvent> Optional<E> latest(Class<E> type) {
        return history.reversed().stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
