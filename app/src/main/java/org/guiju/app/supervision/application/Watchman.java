package org.guiju.app.supervision.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiju.app.calendar.CalendarChanged;
import org.guiju.app.cases.CaseMoved;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.supervision.ForeignMatters;
import org.guiju.app.supervision.store.FindingProjection;
import org.guiju.app.supervision.store.ForeignFindings;
import org.guiju.app.supervision.store.SupervisionSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// 值守: a case is judged again in the transaction of each act, and when time alone lights a card. Late by a minute at most;
/// the card says its own moment.
@Component
@Order(90)
public class Watchman implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private final FindingProjection projection;
    private final ForeignFindings foreign;
    private final SupervisionSettings settings;
    private final EventStore events;
    private final OfficialClock clock;
    private final TransactionTemplate transaction;

    Watchman(
            FindingProjection projection,
            ForeignFindings foreign,
            SupervisionSettings settings,
            EventStore events,
            OfficialClock clock,
            PlatformTransactionManager transactions) {
        this.projection = projection;
        this.foreign = foreign;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// On every start: time that passed while nobody watched. Cases of a release without supervision are judged now.
    @Override
    public void run(ApplicationArguments args) {
        boolean never = settings.asOf().equals(Instant.EPOCH);
        pass(clock.now());
        if (never) {
            all();
        }
    }

    @Scheduled(
            fixedDelayString = "${guiju.timekeeper.every:60000}",
            initialDelayString = "${guiju.timekeeper.first:5000}")
    void tick() {
        try {
            pass(clock.now());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("supervision waits for the database: {}", e.getMessage());
        }
    }

    /// Time passes until the moment given; after a clock that stood in the future, everything is judged again as of now.
    public void pass(Instant at) {
        transaction.executeWithoutResult(_ -> settings.advance(at));
        if (settings.owed()) {
            LOG.warn("the clock stood in the future: all cards are judged again as of {}", at);
            all();
            transaction.executeWithoutResult(_ -> settings.settled());
        }
        projection.due(at).forEach(this::again);
    }

    @EventListener
    void moved(CaseMoved event) {
        projection.project(event.writes(), event.entries(), event.history());
    }

    @EventListener
    void moved(ForeignMatters.Moved event) {
        foreign.project(event.stream());
    }

    /// Another calendar is another knowledge of every case.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void recount(CalendarChanged event) {
        transaction.executeWithoutResult(_ -> settings.advance(clock.now()));
        all();
        LOG.info("cards judged again after the notice of {}", event.year());
    }

    private void all() {
        List<UUID> cases = new ArrayList<>();
        transaction.executeWithoutResult(_ ->
                List.of(projection.reads(), foreign.reads())
                        .forEach(prefix ->
                                events.walk(
                                        prefix,
                                        stream ->
                                                cases.add(
                                                        UUID.fromString(
                                                                stream.getFirst().stream())))));
        cases.forEach(this::again);
    }

    private void again(UUID caseId) {
        transaction.executeWithoutResult(_ -> {
            projection.hold(caseId);
            var stream = events.read(caseId);
            if (stream.getFirst().kind().startsWith(foreign.reads())) {
                foreign.project(stream);
            } else {
                projection.project(stream);
            }
        });
    }
}
