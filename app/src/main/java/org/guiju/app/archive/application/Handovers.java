package org.guiju.app.archive.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.archive.Handover;
import org.guiju.app.archive.Quarter;
import org.guiju.app.archive.Volume;
import org.guiju.app.archive.store.ArchiveProjection;
import org.guiju.app.archive.store.HandoverForms;
import org.guiju.app.archive.store.JdbcArchive;
import org.guiju.app.archive.store.JdbcHandovers;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 季度送交 (matrix J6): when a quarter is over every organ that exercises power owes its supervising organ the files of the cases that ended in it,
/// exactly those, with a list; the supervising organ gives a receipt.
@Service
public class Handovers {
    /// 默认期限: working days after the quarter's end. No text sets them; the supervising organ may set others.
    public static final int DEFAULT_DAYS = 10;

    /// The most that may be set: the next quarter's end.
    public static final int MOST_DAYS = 60;

    private static final String BY = "archive";
    private final VolumeBook volumes;
    private final JdbcArchive rows;
    private final JdbcHandovers handovers;
    private final ArchiveProjection projection;
    private final ArchiveAccess access;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Allocation allocation;
    private final EventStore events;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    Handovers(
            VolumeBook volumes,
            JdbcArchive rows,
            JdbcHandovers handovers,
            ArchiveProjection projection,
            ArchiveAccess access,
            Catalogue catalogue,
            Calendars calendars,
            Allocation allocation,
            EventStore events,
            OfficialClock clock,
            TransactionTemplate transaction) {
        this.volumes = volumes;
        this.rows = rows;
        this.handovers = handovers;
        this.projection = projection;
        this.access = access;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.allocation = allocation;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// 结果.
    public enum Done {
        DONE,
        /// 已送交: nothing is handed over twice.
        ALREADY,
        /// 尚未送交.
        NOT_YET,
        /// 无权.
        NOT_YOURS
    }

    /// Opens what is owed for every quarter that is over, from the first in which a case ended; the volumes of those cases first.
    public void openAll() {
        volumes.openAll();
        var last = Quarter.of(clock.today()).before();
        var from = handovers.earliest().map(Quarter::of).filter(q -> q.compareTo(last) < 0);
        for (var quarter = from.orElse(last);
                quarter.compareTo(last) <= 0;
                quarter = quarter.next()) {
            open(quarter);
        }
    }

    private void open(Quarter quarter) {
        var organs = new TreeSet<>(handovers.organs(quarter));
        if (quarter.equals(Quarter.of(clock.today()).before())) {
            // Whoever exercised no power in the quarter just over hands over an empty list.
            catalogue.allInForce(quarter.until()).stream()
                    .map(p -> p.organ().value())
                    .forEach(organs::add);
        }
        for (var organ : organs) {
            if (handovers.find(organ, quarter).isEmpty()) {
                var set = handovers.term(organ);
                int days = set.orElse(DEFAULT_DAYS);
                append(
                        HandoverForms.stream(organ, quarter),
                        0,
                        HandoverForms.opened(
                                organ,
                                quarter,
                                clock.today(),
                                due(quarter, days),
                                days,
                                set.isPresent()),
                        BY);
            }
        }
    }

    /// Counted from the quarter's end; where that is over before the task could appear, from the day on which it appears: nobody is late with what
    /// he was not told of.
    private LocalDate due(Quarter quarter, int days) {
        var calendar = calendars.current();
        var due = calendar.plusWorkingDays(quarter.until(), days);
        var today = clock.today();
        return due.isBefore(today) ? calendar.plusWorkingDays(today, days) : due;
    }

    /// Working days that hold for the organ, and whether somebody set them.
    public Optional<Integer> term(String organ) {
        return handovers.term(organ);
    }

    public List<Handover> all(String organ) {
        return handovers.all(organ);
    }

    public Optional<Handover> find(String organ, Quarter quarter) {
        return handovers.find(organ, quarter);
    }

    public long late() {
        return handovers.late(clock.today());
    }

    /// The volumes of the cases that ended in the quarter, exactly those.
    public List<Volume> volumes(Handover handover) {
        return rows.closed(handover.organ(), handover.quarter().from(), handover.quarter().until());
    }

    /// 目录摘要: digest of the list: number, case, entries and last leaf of each volume, a line each.
    public static String digest(List<Volume> volumes) {
        var text = new StringBuilder();
        volumes.forEach(v ->
                text.append(v.number())
                        .append('\t')
                        .append(v.no())
                        .append('\t')
                        .append(v.entries())
                        .append('\t')
                        .append(v.head())
                        .append('\n'));
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /// Whether the officer may look into the hand-over: of the organ, or of one that supervises it.
    public boolean mayRead(PersonId officer, String organ) {
        return access.supervises(officer) && supervisedBy(officer, organ).isPresent()
                || access.organ(officer).equals(organ);
    }

    /// The supervising organ for which the officer may receive; empty if he may not.
    public Optional<String> supervisedBy(PersonId officer, String organ) {
        if (!access.supervises(officer)) {
            return Optional.empty();
        }
        var own = allocation.officer(officer).map(o -> o.organ().value()).orElse("");
        return catalogue.allInForce(clock.today()).stream()
                .filter(p -> p.organ().value().equals(organ))
                .map(PowerDefinition::supervision)
                .map(s -> s.by().value())
                .filter(own::equals)
                .findFirst();
    }

    /// 送交, by who keeps the organ's archive.
    public Done submit(String organ, Quarter quarter, PersonId officer) {
        if (!access.keeps(officer, organ)) {
            return Done.NOT_YOURS;
        }
        volumes.openAll();
        var owed = handovers.find(organ, quarter);
        if (owed.isEmpty()) {
            return Done.NOT_YET;
        }
        if (owed.get().submitted()) {
            return Done.ALREADY;
        }
        var list = volumes(owed.get());
        append(
                HandoverForms.stream(organ, quarter),
                1,
                HandoverForms.submitted(
                        organ, quarter, clock.today(), officer.value(), list.size(), digest(list)),
                officer.value());
        return Done.DONE;
    }

    /// 签收, by an officer of the organ that supervises.
    public Done receive(String organ, Quarter quarter, PersonId officer) {
        var supervising = supervisedBy(officer, organ);
        if (supervising.isEmpty()) {
            return Done.NOT_YOURS;
        }
        var owed = handovers.find(organ, quarter).filter(Handover::submitted);
        if (owed.isEmpty()) {
            return Done.NOT_YET;
        }
        if (owed.get().received()) {
            return Done.ALREADY;
        }
        append(
                HandoverForms.stream(organ, quarter),
                2,
                HandoverForms.received(
                        organ,
                        quarter,
                        clock.today(),
                        officer.value(),
                        supervising.get(),
                        String.valueOf(owed.get().list())),
                officer.value());
        return Done.DONE;
    }

    /// 设定期限 for the quarters not yet opened, by an officer of the organ that supervises.
    public Done term(String organ, int days, PersonId officer) {
        if (supervisedBy(officer, organ).isEmpty()) {
            return Done.NOT_YOURS;
        }
        var stream = HandoverForms.term(organ);
        append(
                stream,
                events.length(stream),
                HandoverForms.term(organ, days, clock.today(), officer.value()),
                officer.value());
        return Done.DONE;
    }

    private void append(UUID stream, long expected, EventDraft draft, String by) {
        transaction.executeWithoutResult(_ ->
                events.append(
                                stream,
                                expected,
                                List.of(draft),
                                Stamp.own(clock.now(), by, UUID.randomUUID()))
                        .forEach(projection::apply));
    }
}
