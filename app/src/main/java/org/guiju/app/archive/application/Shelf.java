package org.guiju.app.archive.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.Volume;
import org.guiju.app.archive.store.JdbcArchive;
import org.guiju.app.cases.CaseFile;
import org.guiju.formats.dossier.Dossier.Profile;
import org.guiju.formats.dossier.Dossier.Step;
import org.guiju.formats.dossier.Retention;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// 案卷目录: volumes as pages and API show them.
@Service
public class Shelf {
    private final JdbcArchive rows;
    private final VolumeBook volumes;
    private final Contents contents;
    private final Course course;
    private final Allocation allocation;

    Shelf(
            JdbcArchive rows,
            VolumeBook volumes,
            Contents contents,
            Course course,
            Allocation allocation) {
        this.rows = rows;
        this.volumes = volumes;
        this.contents = contents;
        this.course = course;
        this.allocation = allocation;
    }

    /// 卷内一览.
    ///
    /// @param volume empty while the case runs
    /// @param missing 缺少的文件材料
    /// @param shorter what the table asks for this kind of power, where the power's text asks for less
    public record View(
            Optional<Volume> volume,
            Text retention,
            @Nullable LocalDate until,
            @Nullable Text shorter,
            List<Text> missing,
            List<Step> steps,
            List<Taking> taken) {}

    /// 一次出卷.
    public record Taking(Instant at, String who, String profile) {}

    public View of(CaseFile file) {
        var closed = file.state().closed();
        var retention = new Retention(file.definition().retention());
        var least =
                Retention.least(
                        file.definition().kind().code(), file.state().opening().receivedOn());
        return new View(
                closed == null ? Optional.empty() : volumes.of(file.id()),
                retention.says(),
                closed == null ? null : retention.until(closed.on()).orElse(null),
                least.filter(retention::shorterThan).map(Retention::says).orElse(null),
                contents.missing(file),
                course.of(file, Profile.ARCHIVE),
                rows.taken(file.id()).stream()
                        .map(t -> new Taking(t.at(), name(t.taker()), t.profile()))
                        .toList());
    }

    private String name(String taker) {
        return taker.equals("applicant") ? "" : allocation.nameOf(new PersonId(taker));
    }

    /// Of one organ, or of all; the latest first.
    public List<Volume> volumes(String organ, int most, long offset) {
        return rows.volumes(organ, most, offset);
    }

    public long count(String organ) {
        return rows.count(organ);
    }
}
