package org.guiju.app.ledger.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.Cosignature;
import org.guiju.kernel.ledger.note.NoteSigner;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TileBatch;
import org.guiju.kernel.ledger.tree.TreeHash;

/// A log whose ports live in memory and fail where a test says, before or after the thing itself has been done.
class SimulatedLog implements LogFiles, CheckpointRegister, LogEntries {
    static final String ORIGIN = "log.example/330899/2026";

    /// Where a run can break off.
    enum Arrow {
        READ_ENTRIES,
        WRITE_TILE,
        READ_TILE,
        SWAP,
        SIGN,
        WITNESS,
        PUBLISH,
        REMOVE,
        MARK
    }

    /// 故障: the power goes.
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final List<byte[]> entries = new ArrayList<>();
    final Map<Tile, byte[]> tiles = new HashMap<>();
    final Map<String, Checkpoint> registered = new HashMap<>();
    final List<Checkpoint> signed = new ArrayList<>();
    Optional<SignedNote> note = Optional.empty();
    private final KeyPair pair = pair();

    /// Runs until a cut, counted over all arrows of the kind.
    Optional<Arrow> at = Optional.empty();

    boolean done;
    int countdown;

    static byte[] entry(int n) {
        return ("{\"n\":" + n + "}").getBytes(StandardCharsets.US_ASCII);
    }

    void add(int count) {
        for (int i = 0; i < count; i++) {
            entries.add(entry(entries.size()));
        }
    }

    /// @param done whether what was under way had been done when the power went
    void cut(Arrow arrow, boolean done, int after) {
        this.at = Optional.of(arrow);
        this.done = done;
        this.countdown = after;
    }

    private void step(Arrow arrow, Runnable work) {
        boolean now = at.equals(Optional.of(arrow)) && countdown-- == 0;
        if (now && !done) {
            at = Optional.empty();
            throw new PowerCut();
        }
        work.run();
        if (now) {
            at = Optional.empty();
            throw new PowerCut();
        }
    }

    Publication publication() {
        return new Publication(
                ORIGIN,
                this,
                this,
                this,
                TreeHash.SHA_256,
                checkpoint ->
                        List.of(
                                Cosignature.of(
                                        checkpoint,
                                        signer(),
                                        Instant.parse("2026-11-22T10:00:00Z"))),
                _ -> {
                    step(Arrow.WITNESS, () -> {});
                    return List.of();
                });
    }

    @Override
    public long size() {
        return entries.size();
    }

    @Override
    public List<byte[]> range(long from, long to) {
        step(Arrow.READ_ENTRIES, () -> {});
        return List.copyOf(entries.subList((int) from, (int) to));
    }

    @Override
    public void write(TileBatch batch) {
        batch.files()
                .forEach((tile, bytes) -> step(Arrow.WRITE_TILE, () -> tiles.put(tile, bytes)));
    }

    @Override
    public Optional<byte[]> read(Tile tile) {
        step(Arrow.READ_TILE, () -> {});
        return Optional.ofNullable(tiles.get(tile)).map(byte[]::clone);
    }

    @Override
    public List<Tile> partials() {
        return tiles.keySet().stream().filter(t -> t.width() < Tile.FULL).toList();
    }

    @Override
    public void remove(Tile partial) {
        step(Arrow.REMOVE, () -> tiles.remove(partial));
    }

    final Map<String, Tidying.Mark> marked = new HashMap<>();

    void set(String origin, Tidying.Mark mark) {
        step(Arrow.MARK, () -> marked.put(origin, mark));
    }

    Tidying tidying(Instant now) {
        return new Tidying(
                this,
                new Tidying.Marks() {
                    @Override
                    public Optional<Tidying.Mark> last(String origin) {
                        return Optional.ofNullable(marked.get(origin));
                    }

                    @Override
                    public void set(String origin, Tidying.Mark mark) {
                        SimulatedLog.this.set(origin, mark);
                    }
                },
                java.time.Duration.ofHours(24),
                () -> now);
    }

    @Override
    public Optional<SignedNote> published() {
        return note;
    }

    @Override
    public void publish(SignedNote checkpoint) {
        step(Arrow.PUBLISH, () -> note = Optional.of(checkpoint));
    }

    @Override
    public Optional<Checkpoint> last(String origin) {
        return Optional.ofNullable(registered.get(origin));
    }

    @Override
    public boolean swap(Optional<Checkpoint> before, Checkpoint next) {
        if (!last(next.origin()).equals(before)) {
            return false;
        }
        step(Arrow.SWAP, () -> registered.put(next.origin(), next));
        return true;
    }

    VerifierKey key() {
        var type = SignatureType.ED25519;
        return new VerifierKey(ORIGIN, type, type.raw(pair.getPublic().getEncoded()));
    }

    private NoteSigner signer() {
        return new NoteSigner() {
            @Override
            public VerifierKey key() {
                return SimulatedLog.this.key();
            }

            @Override
            public byte[] sign(byte[] message) {
                step(
                        Arrow.SIGN,
                        () ->
                                signed.add(
                                        Checkpoint.parse(
                                                new String(message, StandardCharsets.UTF_8))));
                try {
                    var signature = Signature.getInstance("Ed25519");
                    signature.initSign(pair.getPrivate());
                    signature.update(message);
                    return signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
