package org.guiju.app.ledger;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// 记住的读数: what was read from rows that seldom change, until they do. While a transaction that changed them is under way
/// nothing is remembered: its rows may yet be taken back, and others still see the old ones. Holds for one server on a
/// database; a second one beside it would not hear of the change.
public final class Remembered<T> {
    private @Nullable T value;
    private long changes;
    private int underWay;

    /// The value, read anew if it is not remembered.
    public T get(Supplier<T> read) {
        long before;
        synchronized (this) {
            if (value != null) {
                return value;
            }
            before = changes;
        }
        var fresh = read.get();
        synchronized (this) {
            if (underWay == 0 && changes == before) {
                value = fresh;
            }
        }
        return fresh;
    }

    /// To be called before the rows are changed.
    public void changing() {
        boolean inTransaction = TransactionSynchronizationManager.isSynchronizationActive();
        begin(inTransaction);
        if (inTransaction) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            end();
                        }
                    });
        }
    }

    private synchronized void begin(boolean inTransaction) {
        changes++;
        value = null;
        underWay += inTransaction ? 1 : 0;
    }

    private synchronized void end() {
        changes++;
        value = null;
        underWay--;
    }
}
