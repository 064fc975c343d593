package org.guiju.kernel.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 资格证件: which lapse soon, and who may put one on record (行政处罚法 42, 行政执法资格).
public final class Certificates {
    /// 到期提醒, in days before the last day.
    public static final List<Integer> NOTICES = List.of(30, 60, 90);

    private Certificates() {}

    /// 证件状态.
    public enum Standing {
        NOT_YET,
        VALID,
        /// Its last day is within 90 days, this one included.
        WITHIN_90,
        WITHIN_60,
        WITHIN_30,
        LAPSED
    }

    /// 证件 and how it stands.
    public record Held(Roster.Qualification certificate, Standing standing) {}

    /// How a span stands on the day; the last day still counts.
    public static Standing standing(LocalDate from, @Nullable LocalDate until, LocalDate day) {
        if (day.isBefore(from)) {
            return Standing.NOT_YET;
        }
        if (until == null) {
            return Standing.VALID;
        }
        if (day.isAfter(until)) {
            return Standing.LAPSED;
        }
        if (!day.plusDays(NOTICES.get(0)).isBefore(until)) {
            return Standing.WITHIN_30;
        }
        if (!day.plusDays(NOTICES.get(1)).isBefore(until)) {
            return Standing.WITHIN_60;
        }
        return day.plusDays(NOTICES.get(2)).isBefore(until) ? Standing.VALID : Standing.WITHIN_90;
    }

    /// All certificates, those that lapse first at the top; one that the same person holds in a later edition is left out.
    public static List<Held> of(Collection<Roster.Qualification> all, LocalDate day) {
        var held = new ArrayList<Held>();
        for (var q : all) {
            if (all.stream().noneMatch(later -> renews(later, q))) {
                held.add(new Held(q, standing(q.from(), q.until(), day)));
            }
        }
        held.sort(
                Comparator.comparing((Held h) ->
                                h.certificate().until() == null
                                        ? LocalDate.MAX
                                        : h.certificate().until())
                        .thenComparing(h -> h.certificate().person().value())
                        .thenComparing(h -> h.certificate().kind()));
        return List.copyOf(held);
    }

    private static boolean renews(Roster.Qualification later, Roster.Qualification q) {
        return later.person().equals(q.person())
                && later.kind().equals(q.kind())
                && later.area().equals(q.area())
                && q.until() != null
                && (later.until() == null || later.until().isAfter(q.until()));
    }

    /// Those that lapse within so many days, the lapsed ones among them.
    public static List<Held> lapsing(
            Collection<Roster.Qualification> all, LocalDate day, int within) {
        return of(all, day).stream()
                .filter(h -> h.standing() != Standing.NOT_YET)
                .filter(h -> {
                    var until = h.certificate().until();
                    return until != null && !until.isAfter(day.plusDays(within));
                })
                .toList();
    }

    /// Why the officer cannot put it on record: nobody certifies himself.
    public static List<Refusal> refusals(PersonId by, PersonId holder) {
        return by.equals(holder)
                ? List.of(
                        new Refusal(
                                StaffingRule.NOT_ONESELF,
                                StaffingRule.NOT_ONESELF.basis(),
                                Map.of()))
                : List.of();
    }
}
