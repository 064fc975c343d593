package org.guiju.app.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    record ByPost(String organ, String role, long red, long yellow, long warning) {}

    /// The gravest first, of one colour the oldest first.
    List<FindingRow> find(Filter filter, int offset, int size);

    long count(Filter filter);

    /// How many cards there are in each state, by its code, of those that the rest of the filter asks for.
    Map<String, Long> states(Filter filter);

    Map<Severity, Long> colours(Filter filter);

    List<ByPost> posts(Filter filter);

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
