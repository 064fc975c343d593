package org.guiju.app.archive.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.application.RecordTaken;
import org.guiju.app.cases.application.Readings;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.FormerPost;
import org.guiju.kernel.allocation.Kinship;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// 本人履职记录: what is kept of an officer, for himself alone; that he took it is on record.
@Controller
class OwnRecord {
    private static final int MOST = 5000;
    private final Allocation allocation;
    private final Readings readings;
    private final RecordTaken taken;
    private final OfficialClock clock;

    OwnRecord(Allocation allocation, Readings readings, RecordTaken taken, OfficialClock clock) {
        this.allocation = allocation;
        this.readings = readings;
        this.taken = taken;
        this.clock = clock;
    }

    /// 记录.
    record Kept(
            String person,
            String name,
            @Nullable String organ,
            @Nullable Text post,
            LocalDate asOf,
            List<Roster.Assignment> assignments,
            List<FormerPost> formerPosts,
            List<Kinship> kin,
            List<Read> readings) {}

    /// 一次查阅.
    record Read(Instant at, String no) {}

    @PostMapping("/desk/profile/record.json")
    ResponseEntity<Kept> take() {
        var user = DossierPages.officer();
        var person = user.person();
        var officer = allocation.officer(person);
        var kept =
                new Kept(
                        person.value(),
                        user.displayName(),
                        officer.map(o -> o.organ().value()).orElse(null),
                        officer.map(o -> o.post()).orElse(null),
                        clock.today(),
                        allocation.roster().of(person, clock.today()),
                        allocation.formerPosts(person),
                        allocation.kin(person),
                        readings.latest(person.value(), MOST, 0).stream()
                                .map(r -> new Read(r.at(), r.no()))
                                .toList());
        taken.by(person);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("record-" + person.value() + ".json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(kept);
    }
}
