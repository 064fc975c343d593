package org.guiju.app.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.shared.PersonId;

/// 案件查询 for lists; a single case is read from its events.
public interface CaseQuery {

    /// 筛选.
    ///
    /// @param state `open`, `closed`, `overdue`, `due-soon`, `paused`, `granted`, `refused` or empty for all
    /// @param text part of the number, the masked applicant or the power code; for an officer also the name, its initials, or
    ///     words that were written in the case; empty for all
    record Filter(String state, String power, String organ, String text, int page, int size) {}

    /// 一页.
    record Page<T>(List<T> rows, long total, int page, int size) {}

    /// 待办: an open step that the person can act in.
    record Task(
            CaseRow row,
            String step,
            String role,
            java.time.@org.jspecify.annotations.Nullable LocalDate due) {}

    Page<CaseRow> find(Filter filter);

    /// 各状态件数: how many cases there are in each of the states, of those that the rest of the filter asks for; all counted in
    /// one reading.
    Map<String, Long> counts(Filter filter, Collection<String> states);

    /// The rows of the page alone, for who has counted already.
    List<CaseRow> rows(Filter filter);

    /// 写在何处: the steps of these cases in which the text was written, in their order; an empty one stands for the application and for
    /// what concerns the whole case.
    Map<UUID, List<String>> places(Collection<UUID> cases, String text);

    /// 公示状态: whether a result is still up for objections, or its time is over and it stands in the archive of notices (D27).
    enum Posted {
        ANY,
        NOW,
        PAST
    }

    /// Results under publicity or archived from it, newest first; those not for publication are not among them.
    Page<CaseRow> results(Filter filter, Posted posted);

    /// 决定前公示.
    ///
    /// @param until last day; null where the text sets none
    record Announced(
            CaseRow row,
            java.time.LocalDate from,
            java.time.@org.jspecify.annotations.Nullable LocalDate until) {}

    /// What is put up before it is decided, or was: by the case, its last announcement, the newest first (公告).
    Page<Announced> announced(Filter filter, Posted posted);

    /// What the person can do, the nearest deadline first.
    List<Task> tasks(PersonId person);

    /// 抄送.
    record Informed(CaseRow row, java.time.LocalDate day, PersonId giver) {}

    /// What the person was given to read, the newest first; at most so many.
    List<Informed> informed(PersonId person, int most);

    /// 排定的听证、现场核查.
    ///
    /// @param kind `hearing` or `visit`
    /// @param persons who has to be there
    record Fixed(
            CaseRow row,
            String kind,
            String step,
            java.time.LocalDate day,
            java.time.@org.jspecify.annotations.Nullable LocalTime hour,
            List<PersonId> persons,
            boolean done) {}

    /// What is fixed on a day of the span, both ends included: in the organ's cases, and wherever one of the persons has to be.
    List<Fixed> fixed(
            String organ,
            Collection<PersonId> persons,
            java.time.LocalDate from,
            java.time.LocalDate until);

    /// Cases of a citizen's account.
    List<CaseRow> ofAccount(String account);

    Optional<UUID> byNo(String no);

    /// The case whose fine is paid by the code.
    Optional<UUID> byPaymentCode(String code);

    Optional<CaseRow> row(UUID caseId);

    /// Cases that ended on a day of the span, both ends included, by day and number.
    List<CaseRow> closed(java.time.LocalDate from, java.time.LocalDate until);

    /// Applications of these situations that were accepted before the case and are neither decided nor over.
    long acceptedBefore(String power, List<String> situations, String no);

    /// Cases which time has something to say to on the day.
    List<UUID> due(java.time.LocalDate day);
}
