package org.guiju.app.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.lists.ListKind;
import org.guiju.kernel.lists.ListRow;
import org.guiju.kernel.lists.ListSource;
import org.guiju.kernel.lists.ListVersion;
import org.guiju.kernel.shared.OrganId;

/// 清单的公开语言: what every organ's lists say and said. Only what was examined and determined is here: a draft is not (A68).
public interface Lists {

    /// 公布: a version becomes fact, in the caller's transaction if there is one. A power list and a responsibility list must correspond one to one when that transaction commits (A92), so both are
    /// published in one.
    ///
    /// @param rows as they are to stand, with ids that are stable through all versions
    /// @param effective the first day on which the version is in force, not before that of the version it follows
    /// @return number of the version; that of the newest one where its rows and its day are the same
    /// @throws org.guiju.app.platform.web.RefusalException when the rows are not fit, now or at the commit
    int publish(
            OrganId organ,
            String kind,
            List<ListRow> rows,
            LocalDate effective,
            ListSource source,
            Stamp stamp);

    /// The version in force on the day.
    Optional<ListVersion> current(OrganId organ, String kind, LocalDate day);

    Optional<ListVersion> version(OrganId organ, String kind, int number);

    /// All versions of a list, the newest first.
    List<Head> versions(OrganId organ, String kind);

    /// All versions of all lists, the newest first.
    List<Head> all();

    /// Of each list the version in force on the day, by organ and kind.
    List<Head> inForce(LocalDate day);

    /// The kinds of list there are: the three of every county, and those that were added.
    List<ListKind> kinds();

    default Optional<ListKind> kind(String code) {
        return kinds().stream().filter(k -> k.code().equals(code)).findFirst();
    }

    /// 版本概要: a version without its rows.
    ///
    /// @param rows how many there are
    /// @param publishedAt when it was published
    record Head(
            OrganId organ,
            String kind,
            int number,
            LocalDate effective,
            ListSource source,
            String digest,
            int rows,
            Instant publishedAt) {}
}
