package org.guiju.app.ledger.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.Receipts;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.store.Disclosed;
import org.guiju.formats.ledger.Receipt;
import org.guiju.kernel.ledger.Disclosure;
import org.springframework.stereotype.Component;

/// Puts receipts together.
@Component
class ReceiptDesk implements Receipts {
    private final Seals seals;
    private final Disclosed disclosed;
    private final PublicLogs logs;

    ReceiptDesk(Seals seals, Disclosed disclosed, PublicLogs logs) {
        this.seals = seals;
        this.disclosed = disclosed;
        this.logs = logs;
    }

    @Override
    public Optional<Receipt> of(UUID stream, long seq, String subject) {
        return of(stream, seq, List.of(subject));
    }

    @Override
    public Optional<Receipt> of(UUID stream, long seq, List<String> subjects) {
        return sealed(stream, seq)
                .map(sealed ->
                        new Receipt(
                                sealed.entry(),
                                subjects.stream()
                                        .flatMap(s -> disclosed.to(stream, seq, s).stream())
                                        .map(Disclosure::encoded)
                                        .toList(),
                                sealed.proof().toString(),
                                logs.policy()));
    }

    /// What was written a moment ago is sealed for whoever asks for its proof.
    private Optional<Seals.Sealed> sealed(UUID stream, long seq) {
        var there = seals.sealed(stream, seq);
        if (there.isEmpty()) {
            seals.now();
            return seals.sealed(stream, seq);
        }
        return there;
    }

    @Override
    public String policy() {
        return logs.policy();
    }
}
