package org.guiju.app.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.kernel.supervision.Scheme;
import org.guiju.kernel.supervision.Severity;
import org.jspecify.annotations.Nullable;

/// 监察结果查询.
public interface Findings {

    /// 筛选; empty texts and nulls leave a filter out.
    ///
    /// @param state `counting` for the cards that count, a state's code, or empty for every card on the record
    /// @param organ whose case it is; also the bound of what the reader may see
    /// @param officer the person, where the step was taken up, the first handler, or a holder of the post on that day
    /// @param from first moment on or after this day
    record Filter(
            String state,
            String organ,
            String kind,
            String colour,
            String officer,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public Filter state(String other) {
            return new Filter(other, organ, kind, colour, officer, from, until);
        }
    }

    /// 部门与岗位汇总.
    record ByPost(String organ, String role, long red, long yellow, long warning) {
        private static ByPost of(Counts.Group g) {
            return new ByPost(
                    g.organ(),
                    g.role(),
                    g.severity() == Severity.RED ? g.cards() : 0,
                    g.severity() == Severity.YELLOW ? g.cards() : 0,
                    g.severity() == Severity.WARNING ? g.cards() : 0);
        }

        private ByPost plus(ByPost other) {
            return new ByPost(
                    organ, role, red + other.red, yellow + other.yellow, warning + other.warning);
        }
    }

    /// The gravest first, of one colour the oldest first.
    List<FindingRow> find(Filter filter, int offset, int size);

    /// Counted in one reading, whatever is asked of it afterwards.
    Counts counts(Filter filter);

    /// 件数 of the cards that a filter asks for.
    record Counts(List<Group> groups) {
        private static final Set<String> COUNTING = Set.of("lit", "standing");

        public Counts {
            groups = List.copyOf(groups);
        }

        /// Cards of one state and colour at one post.
        public record Group(
                String state, Severity severity, String organ, String role, long cards) {}

        /// @param state `counting`, a state's code, or empty for all
        public long count(String state) {
            return of(state).mapToLong(Group::cards).sum();
        }

        /// By the code of the state.
        public Map<String, Long> states() {
            return groups.stream()
                    .collect(
                            Collectors.groupingBy(
                                    Group::state, Collectors.summingLong(Group::cards)));
        }

        /// Colours without a card count nothing.
        public Map<Severity, Long> colours(String state) {
            var counts = new EnumMap<Severity, Long>(Severity.class);
            for (var severity : Severity.values()) {
                counts.put(severity, 0L);
            }
            of(state).forEach(g -> counts.merge(g.severity(), g.cards(), Long::sum));
            return counts;
        }

        /// The posts with the gravest cards first.
        public List<ByPost> posts(String state) {
            var posts = new TreeMap<String, ByPost>();
            of(state)
                    .forEach(g ->
                            posts.merge(g.organ() + " " + g.role(), ByPost.of(g), ByPost::plus));
            return posts.values().stream()
                    .sorted(
                            Comparator.comparingLong(ByPost::red)
                                    .thenComparingLong(ByPost::yellow)
                                    .reversed())
                    .toList();
        }

        private Stream<Group> of(String state) {
            return groups.stream()
                    .filter(g ->
                            state.isEmpty()
                                    || g.state().equals(state)
                                    || (state.equals("counting") && COUNTING.contains(g.state())));
        }
    }

    Optional<FindingRow> byId(String id);

    /// Every card of a case, in the order in which they were lit.
    List<FindingRow> ofCase(UUID caseId);

    /// Every card that could be known at this moment or later, by that moment; not those that turned out not to be due.
    List<FindingRow> foundSince(Instant from);

    /// Until when time has been looked at.
    Instant asOf();

    /// The scheme by which the county judges.
    Scheme scheme();
}
