package org.guiju.app.documents.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.documents.store.DocumentProjection;
import org.guiju.app.documents.store.JdbcDocuments;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Numbering;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionUsageException;
import org.springframework.transaction.support.TransactionTemplate;

/// 无码不出件: an event gives a paper its number from the moment on at which a published checkpoint covers it, and not before.
@RunningGuiju
class RegistrarTest {

    @Autowired JdbcDocuments documents;
    @Autowired DocumentProjection projection;
    @Autowired PaperBook book;
    @Autowired CaseDesk desk;
    @Autowired Allocation allocation;
    @Autowired Numbering numbering;
    @Autowired EventStore events;
    @Autowired OfficialClock clock;
    @Autowired PaperSettings settings;
    @Autowired TransactionTemplate transaction;
    @Autowired Sequencer sequencer;
    @Autowired Sealer sealer;
    @Autowired Registrar registrar;
    @Autowired JdbcClient jdbc;

    @Test
    void anEventGivesAPaperOnlyUnderAPublishedCheckpoint() {
        long place = aPlaceWithAPaper();
        var sealing = new Seals.State.Sealing();
        standingBefore(
                place,
                () -> {
                    assertThat(registrar(sealing, place, false).register())
                            .as("the next checkpoint would cover it")
                            .isZero();
                    assertThat(
                                    registrar(
                                                    new Seals.State.Lagging(Duration.ofSeconds(61)),
                                                    place + 1,
                                                    true)
                                            .register())
                            .as("sealing lags")
                            .isZero();
                    assertThat(
                                    registrar(
                                                    new Seals.State.Halted("tiles", "tile/0/000"),
                                                    place + 1,
                                                    true)
                                            .register())
                            .as("sealing stands still")
                            .isZero();
                });
        standingBefore(
                place,
                () ->
                        assertThatThrownBy(registrar(sealing, place + 1, false)::register)
                                .as("covered, they say, and without a proof")
                                .isInstanceOf(TransactionUsageException.class));
        // The paper of this place has its number already: only with the proof does it come to that.
        standingBefore(
                place,
                () ->
                        assertThatThrownBy(registrar(sealing, place + 1, true)::register)
                                .hasMessageContaining("document"));
    }

    private long aPlaceWithAPaper() {
        int done;
        do {
            done = sequencer.sequence();
            sealer.seal();
            done += registrar.register();
        } while (done > 0);
        return jdbc.sql(
                        """
                        select l.idx from projection.document d
                        join leaf l on l.stream = d.case_id and l.seq = d.case_seq limit 1
                        """)
                .query(Long.class)
                .single();
    }

    /// The cursor of the log before that place, for as long as the transaction; nothing of it stays.
    private void standingBefore(long place, Runnable then) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            documents.follow(1, 0);
            documents.followed(place - 1);
            then.run();
        });
    }

    private Registrar registrar(Seals.State state, long upTo, boolean proved) {
        return new Registrar(
                documents,
                projection,
                book,
                desk,
                allocation,
                numbering,
                events,
                clock,
                settings,
                transaction,
                new Told(state, upTo, proved ? Optional.of(sealer) : Optional.empty()));
    }

    /// A log that says how far it is sealed, and has its proofs from elsewhere or has none.
    private record Told(State state, long sealedUpTo, Optional<Seals> proofs) implements Seals {
        @Override
        public void now() {
            throw new AssertionError("a paper does not hurry the log");
        }

        @Override
        public Optional<Sealed> sealed(UUID stream, long seq) {
            return proofs.flatMap(p -> p.sealed(stream, seq));
        }
    }
}
