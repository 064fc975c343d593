package org.guiju.kernel.experts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.experts.PoolEvent.Appraised;
import org.guiju.kernel.shared.PersonId;

/// 专家库现状.
///
/// @param experts by number, in the order of admission, those who left among them
public record PoolState(
        boolean established,
        boolean active,
        Share share,
        boolean both,
        Map<String, Expert> experts,
        List<Appraised> appraisals) {
    public static final PoolState NONE =
            new PoolState(false, false, Share.THIRD, false, Map.of(), List.of());

    public PoolState {
        experts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(experts));
        appraisals = List.copyOf(appraisals);
    }

    public static PoolState replay(List<PoolEvent> events) {
        var state = NONE;
        for (var event : events) {
            state = state.after(event);
        }
        return state;
    }

    public PoolState after(PoolEvent event) {
        var now = new LinkedHashMap<>(experts);
        return switch (event) {
            case PoolEvent.Established(var asked, var both2) ->
                    new PoolState(true, false, asked, both2, experts, appraisals);
            case PoolEvent.Activated() ->
                    new PoolState(established, true, share, both, experts, appraisals);
            case PoolEvent.Admitted(var expert) -> {
                now.put(expert.number(), expert);
                yield with(now);
            }
            case PoolEvent.TermsConfirmed(var number) -> {
                now.computeIfPresent(number, (_, expert) -> expert.confirmed());
                yield with(now);
            }
            case PoolEvent.Exited(var number, var reason) -> {
                now.computeIfPresent(number, (_, expert) -> expert.left(reason));
                yield with(now);
            }
            case Appraised appraised -> {
                var more = new ArrayList<>(appraisals);
                more.add(appraised);
                yield new PoolState(established, active, share, both, experts, more);
            }
        };
    }

    private PoolState with(Map<String, Expert> now) {
        return new PoolState(established, active, share, both, now, appraisals);
    }

    /// Whether he counts as outside: either way by default, both with the pool's setting (X15).
    public boolean outside(Expert expert) {
        return both
                ? expert.outsideSystem() && expert.outsideRegion()
                : expert.outsideSystem() || expert.outsideRegion();
    }

    public List<Expert> members() {
        return experts.values().stream().filter(Expert::active).toList();
    }

    /// 系统外、区域外人数.
    public int outsiders() {
        return (int) members().stream().filter(this::outside).count();
    }

    /// Whether enough are outside; an empty pool is no pool.
    public boolean balanced() {
        return !members().isEmpty() && share.reached(outsiders(), members().size());
    }

    public Optional<Expert> of(PersonId person) {
        return members().stream().filter(e -> e.person().equals(person)).findFirst();
    }

    /// 考核记录 of one expert, the oldest first; it stays when he leaves.
    public List<Appraised> appraisals(String number) {
        return appraisals.stream().filter(a -> a.number().equals(number)).toList();
    }

    /// Those who may be drawn for a field, in the order of their numbers: the order that is committed to.
    public List<Expert> eligible(String field) {
        return members().stream()
                .filter(e -> e.fields().contains(field))
                .sorted(java.util.Comparator.comparing(Expert::number))
                .toList();
    }
}
