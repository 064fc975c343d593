package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.guiju.app.calendar.CalendarChanged;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.store.CaseProjection;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// 计时员: lets time pass for the cases which it has something to say to. Late by a minute at most; the decider looks at the
/// clock itself before every act, so that nothing depends on this being punctual.
@Component
public class Timekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final OfficialClock clock;
    private final EventStore events;
    private final CaseProjection projection;
    private final TransactionTemplate transaction;
    private final ApplicationAvailability availability;

    Timekeeper(
            CaseQuery cases,
            CaseDesk desk,
            OfficialClock clock,
            EventStore events,
            CaseProjection projection,
            TransactionTemplate transaction,
            ApplicationAvailability availability) {
        this.cases = cases;
        this.desk = desk;
        this.clock = clock;
        this.events = events;
        this.projection = projection;
        this.transaction = transaction;
        this.availability = availability;
    }

    /// The minute the start is over, so that nobody sees yesterday's state.
    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            now();
        }
    }

    @Scheduled(
            fixedDelayString = "${guiju.timekeeper.every:60000}",
            initialDelayString = "${guiju.timekeeper.first:5000}")
    void tick() {
        // While the first start still plays its cases in virtual time, the time of the wall is not
        // theirs.
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) {
            now();
        }
    }

    private void now() {
        try {
            pass(clock.now());
        } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
            LOG.warn("time waits for the database: {}", e.getMessage());
        }
    }

    /// Lets time pass until the moment given, for every case that is due.
    public void pass(Instant at) {
        var day = OfficialClock.dayOf(at);
        for (var caseId : cases.due(day)) {
            // One command a case and day: asked twice, it answers once.
            var id =
                    UUID.nameUUIDFromBytes(
                            ("time:" + caseId + ":" + day).getBytes(StandardCharsets.UTF_8));
            desk.act(id, new Actor.Time(), caseId, new CaseCommand.LetTimePass(), at);
        }
    }

    /// A new notice settles provisional dates: the rows of running cases are made again, and those of closed ones whose dates
    /// reach into its year, as a rebuild would make them.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void recount(CalendarChanged event) {
        var filter = new CaseQuery.Filter("", "", "", "", 1, Integer.MAX_VALUE);
        cases.find(filter).rows().stream()
                .filter(row -> row.closedOn() == null || reaches(row, event.year()))
                .forEach(row -> {
                    var template =
                            new TransactionTemplate(
                                    java.util.Objects.requireNonNull(
                                            transaction.getTransactionManager()));
                    template.setPropagationBehavior(
                            org.springframework.transaction.TransactionDefinition
                                    .PROPAGATION_REQUIRES_NEW);
                    template.executeWithoutResult(
                            _ -> projection.project(events.read(row.caseId())));
                });
        LOG.info("due dates recounted after the notice of {}", event.year());
    }

    private static boolean reaches(CaseRow row, int year) {
        return row.provisional()
                || java.util.stream.Stream.of(row.promiseDue(), row.statuteDue())
                        .anyMatch(day -> day != null && day.getYear() >= year);
    }
}
