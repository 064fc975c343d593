package org.guiju.kernel.clearing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guiju.kernel.clearing.ClearingFacts.Staff;
import org.guiju.kernel.shared.PersonId;

/// 完整性报告: what is still open before the inventory can be closed; nothing of it is settled silently.
///
/// @param posts titles of posts that no item names and that have no duty declared (A1)
/// @param unplaced staff without a post (A65)
/// @param idle staff whose post has neither power nor duty (A65)
/// @param categories of the ten without an item and without a declaration (A17)
/// @param unidentified items without name, basis or subject (A6)
/// @param incomplete items that shall stay and lack a field, with the fields (A4)
/// @param undisposed items without a disposition (A35)
/// @param withoutOpinion items without 改革意见 (A36)
/// @param withoutResponsibility kept items without responsibility (A63)
/// @param leadershipMet whether a leadership meeting is on record (A37)
/// @param lawyer whether a legal professional is in the team (A87)
public record ClearingGaps(
        Set<String> posts,
        List<Staff> unplaced,
        List<Staff> idle,
        List<String> categories,
        List<String> unidentified,
        Map<String, List<ItemField>> incomplete,
        List<String> undisposed,
        List<String> withoutOpinion,
        List<String> withoutResponsibility,
        boolean leadershipMet,
        boolean lawyer) {

    public static ClearingGaps of(ClearingFacts facts, ClearingState state) {
        var covered = covered(state);
        var bare =
                facts.staff().stream()
                        .map(Staff::post)
                        .filter(p -> !covered.contains(p))
                        .collect(Collectors.toCollection(TreeSet::new));
        var weighed = state.items().stream().filter(state::counted).toList();
        var kept = weighed.stream().filter(ClearingEntry::kept).toList();
        var incomplete = new LinkedHashMap<String, List<ItemField>>();
        kept.forEach(e -> {
            var missing = e.item().missing(facts.party());
            if (!missing.isEmpty()) {
                incomplete.put(e.id(), missing);
            }
        });
        return new ClearingGaps(
                bare,
                facts.staff().stream()
                        .filter(s -> !s.placed() && !state.duties().containsKey(s.post()))
                        .toList(),
                facts.staff().stream().filter(s -> bare.contains(s.post())).toList(),
                open(state),
                ids(
                        state.items().stream()
                                .filter(e -> !e.item().listed())
                                .filter(e -> !e.item().flag(ItemField.ABSTRACT))
                                .toList()),
                incomplete,
                ids(weighed.stream().filter(e -> !e.disposed()).toList()),
                ids(weighed.stream().filter(ClearingGaps::silent).toList()),
                ids(
                        kept.stream()
                                .filter(e -> e.responsibility() == null && !state.excluded(e))
                                .toList()),
                state.meetings().stream().anyMatch(m -> m.kind() == Meeting.Kind.LEADERSHIP),
                state.team().stream().anyMatch(p -> lawyer(facts, p)));
    }

    private static boolean lawyer(ClearingFacts facts, PersonId person) {
        return facts.roster().qualified(person, ClearingFacts.LAWYER, facts.today());
    }

    private static boolean silent(ClearingEntry entry) {
        return entry.disposal() == null || entry.disposal().opinion().isBlank();
    }

    private static Set<String> covered(ClearingState state) {
        var covered = new LinkedHashSet<>(state.duties().keySet());
        for (var entry : state.items()) {
            covered.add(entry.item().get(ItemField.HOLDER));
            covered.addAll(entry.item().values(ItemField.POSTS));
        }
        return covered;
    }

    /// The ten that have neither an item nor a word that there is none. A dynamic adjustment says nothing about the rest.
    private static List<String> open(ClearingState state) {
        if (state.kind() == ClearingEvent.CampaignKind.DYNAMIC) {
            return List.of();
        }
        var counts = counts(state);
        return Taxonomy.TEN.terms().stream()
                .map(Term::code)
                .filter(c -> counts.getOrDefault(c, 0L) == 0 && !state.none().containsKey(c))
                .toList();
    }

    /// How many items stand in each of the ten categories.
    public static Map<String, Long> counts(ClearingState state) {
        return state.items().stream()
                .filter(state::counted)
                .flatMap(e -> e.item().kind().stream())
                .collect(Collectors.groupingBy(Mapping::ten, Collectors.counting()));
    }

    private static List<String> ids(List<ClearingEntry> entries) {
        return entries.stream().map(ClearingEntry::id).toList();
    }

    /// Whether the inventory can be closed as far as its content goes.
    public boolean none() {
        return posts.isEmpty()
                && unplaced.isEmpty()
                && categories.isEmpty()
                && unidentified.isEmpty()
                && incomplete.isEmpty()
                && undisposed.isEmpty()
                && withoutOpinion.isEmpty()
                && withoutResponsibility.isEmpty()
                && leadershipMet
                && lawyer;
    }
}
