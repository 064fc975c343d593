package org.guiju.app.ledger.application;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.guiju.app.ledger.Witness;
import org.guiju.app.ledger.Witnesses;
import org.springframework.stereotype.Component;

/// Those of the settings, and those that joined since the start.
@Component
class SettledWitnesses implements Witnesses {
    private final List<Witness> all;
    private final int quorum;

    SettledWitnesses(LedgerSettings settings) {
        this.all = new CopyOnWriteArrayList<>(settings.witnesses());
        this.quorum = settings.quorum();
    }

    @Override
    public List<Witness> all() {
        return List.copyOf(all);
    }

    /// More than half where nothing else is set.
    @Override
    public int quorum() {
        return quorum > 0 ? quorum : all.size() / 2 + 1;
    }

    @Override
    public void add(Witness witness) {
        all.add(witness);
    }
}
