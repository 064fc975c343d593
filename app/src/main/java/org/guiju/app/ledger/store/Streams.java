package org.guiju.app.ledger.store;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 记住的流: the beginnings of streams as they were read and opened. An event never changes and never goes, so that a committed
/// beginning stays right for good; a reader asks the database for what came after it. Nothing uncommitted is kept.
final class Streams {
    private static final int MOST = 5_000;
    private static final int LONGEST = 200;
    private final Map<UUID, Known> known = Recent.map(MOST);

    /// 已知的开头.
    ///
    /// @param subjects whose keys opened it; once one is gone it must be read anew
    record Known(List<EventEntry> entries, Set<String> subjects) {
        static final Known NOTHING = new Known(List.of(), Set.of());

        Known {
            entries = List.copyOf(entries);
            subjects = Set.copyOf(subjects);
        }
    }

    Known known(UUID stream) {
        return known.getOrDefault(stream, Known.NOTHING);
    }

    void forget(UUID stream) {
        known.remove(stream);
    }

    /// What was just read; not kept where this transaction has itself appended.
    void read(UUID stream, Known read) {
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Set<?> changed)
                || !changed.contains(stream)) {
            keep(stream, read);
        }
    }

    /// This transaction appends to the stream; what it reads from now on is not yet a fact.
    void changing(UUID stream) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Changed changed) {
            changed.add(stream);
            return;
        }
        var changed = new Changed();
        changed.add(stream);
        TransactionSynchronizationManager.bindResource(this, changed);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void suspend() {
                        TransactionSynchronizationManager.unbindResource(Streams.this);
                    }

                    @Override
                    public void resume() {
                        TransactionSynchronizationManager.bindResource(Streams.this, changed);
                    }

                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(Streams.this);
                    }
                });
    }

    /// What is committed.
    void keep(UUID stream, Known fresh) {
        if (fresh.entries().size() > LONGEST) {
            return;
        }
        known.merge(stream, fresh, (a, b) -> a.entries().size() > b.entries().size() ? a : b);
    }

    private static final class Changed extends HashSet<UUID> {
        private static final long serialVersionUID = 1L;
    }
}
