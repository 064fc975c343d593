package org.guiju.app.ledger.application;

import java.util.List;
import org.guiju.app.ledger.Attachments;
import org.guiju.app.ledger.Erasure;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.store.Disclosed;
import org.guiju.app.ledger.store.SubjectKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes the key away and makes every derived row again without it.
@Component
class KeyedErasure implements Erasure {
    private final SubjectKeys keys;
    private final Disclosed disclosed;
    private final EventStore events;
    private final List<Projection> projections;
    private final Attachments attachments;

    KeyedErasure(
            SubjectKeys keys,
            Disclosed disclosed,
            EventStore events,
            List<Projection> projections,
            Attachments attachments) {
        this.keys = keys;
        this.disclosed = disclosed;
        this.events = events;
        this.projections = List.copyOf(projections);
        this.attachments = attachments;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String subject) {
        keys.destroy(subject);
        again(subject);
        // Ciphers without a key are noise; they go too, once the erasure stands.
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        attachments.purge(subject);
                    }
                });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(String subject) {
        keys.putAway(subject);
        again(subject);
    }

    private void again(String subject) {
        for (var stream : disclosed.streams(subject)) {
            var entries = events.read(stream);
            projections.stream()
                    .filter(p -> entries.getFirst().kind().startsWith(p.reads()))
                    .forEach(p -> p.project(entries));
        }
    }
}
