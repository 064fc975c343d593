package org.guiju.app.ledger.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.guiju.app.ledger.Witness;
import org.guiju.app.ledger.Witnesses;
import org.guiju.kernel.ledger.note.AddCheckpoint;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.NoteSignature;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.VerifierKey;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.MerkleTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 请见证: asks the witnesses to cosign a checkpoint, by C2SP tlog-witness. A witness that stays away is left alone for a while; it never holds up
/// anything for longer than one patience.
final class WitnessClient {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 2;
    private final Witnesses witnesses;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final LongSupplier nanos;
    private final Consumer<String> cosigned;

    /// By origin and witness: the size that it last signed, as far as we know.
    private final Map<String, Long> signed = new ConcurrentHashMap<>();

    private final Map<String, Long> restingSince = new ConcurrentHashMap<>();

    /// @param cosigned told the key of everybody whose line is passed on, before it is
    WitnessClient(Witnesses witnesses, LongSupplier nanos, Consumer<String> cosigned) {
        this.witnesses = witnesses;
        this.nanos = nanos;
        this.cosigned = cosigned;
    }

    /// Whoever stayed away is asked again next time, however short ago that was.
    void wake() {
        restingSince.clear();
    }

    /// The lines of those who answer, none of those who do not.
    ///
    /// @param tree of the log as far as the checkpoint
    List<NoteSignature> cosign(SignedNote note, MerkleTree tree) {
        var lines = new ArrayList<NoteSignature>();
        for (var witness : witnesses.all()) {
            var since = restingSince.get(witness.url());
            if (since != null && nanos.getAsLong() - since < REST.toNanos()) {
                continue;
            }
            try {
                lines.addAll(ask(witness, note, tree));
                restingSince.remove(witness.url());
            } catch (IOException | LogException e) {
                restingSince.put(witness.url(), nanos.getAsLong());
                LOG.warn("the witness {} did not cosign: {}", witness.url(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return lines;
            }
        }
        return lines;
    }

    private List<NoteSignature> ask(Witness witness, SignedNote note, MerkleTree tree)
            throws IOException, InterruptedException {
        var checkpoint = Checkpoint.of(note);
        var place = checkpoint.origin() + " " + witness.url();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long old = signed.getOrDefault(place, 0L);
            if (old > checkpoint.size()) {
                throw new IOException("it has signed size " + old + ", ahead of us");
            }
            var path = old == 0 ? List.<Hash>of() : tree.consistency(old, checkpoint.size());
            var answer = send(witness, new AddCheckpoint(old, path, note).toString());
            switch (answer.statusCode()) {
                case 200 -> {
                    signed.put(place, checkpoint.size());
                    return valid(witness, note, SignedNote.lines(answer.body()));
                }
                // It tells what it signed last; asked again from there.
                case 409 -> signed.put(place, size(answer.body()));
                default ->
                        throw new IOException(
                                "status " + answer.statusCode() + " " + answer.body().strip());
            }
        }
        throw new IOException("it has another idea of what it signed last");
    }

    private static long size(String body) throws IOException {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new IOException("409 without a size", e);
        }
    }

    private HttpResponse<String> send(Witness witness, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// What does not hold is not passed on.
    private List<NoteSignature> valid(Witness witness, SignedNote note, List<NoteSignature> lines)
            throws IOException {
        var key = VerifierKey.parse(witness.key());
        var good =
                lines.stream()
                        .filter(line -> line.name().equals(key.name()) && line.keyId() == key.id())
                        .filter(line -> key.verify(note.text(), line.signature()).isPresent())
                        .toList();
        if (good.isEmpty()) {
            throw new IOException("its signature does not hold under " + key.name());
        }
        cosigned.accept(witness.key());
        return good;
    }
}
