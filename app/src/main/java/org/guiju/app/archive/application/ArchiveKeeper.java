package org.guiju.app.archive.application;

import org.guiju.app.ledger.StaleStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// 归档值守: gives ended cases their volumes and opens what is owed when a quarter is over; late by a minute at most.
@Component
class ArchiveKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveKeeper.class);
    private final Handovers handovers;
    private final ApplicationAvailability availability;

    ArchiveKeeper(Handovers handovers, ApplicationAvailability availability) {
        this.handovers = handovers;
        this.availability = availability;
    }

    @Scheduled(
            fixedDelayString = "${guiju.timekeeper.every:60000}",
            initialDelayString = "${guiju.timekeeper.first:5000}")
    void tick() {
        // While the first start still plays its cases in virtual time, none of them is over yet.
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        try {
            handovers.openAll();
        } catch (DataAccessException | TransactionException | StaleStream e) {
            LOG.warn("the archive waits for the database: {}", e.getMessage());
        }
    }
}
