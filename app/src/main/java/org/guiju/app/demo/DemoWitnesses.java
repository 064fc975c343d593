package org.guiju.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.guiju.app.ledger.Witness;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.store.SigningKeys;
import org.guiju.formats.ledger.WitnessBook;
import org.guiju.formats.ledger.WitnessServer;
import org.guiju.kernel.ledger.note.SignatureType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 示例见证方: two witnesses in this very process, each with a key and a memory of its own. A real county's witnesses stand elsewhere, in other chains of
/// command; here they show what they do.
@Component
@ConditionalOnProperty("guiju.demo")
@Order(10)
class DemoWitnesses implements ApplicationRunner {
    private static final List<String> NAMES =
            List.of("archive.lanjiang.example", "court.qinglan.example");
    private final Witnesses witnesses;
    private final Sealer sealer;
    private final Path root;
    private final List<AutoCloseable> open = new ArrayList<>();

    DemoWitnesses(Witnesses witnesses, Sealer sealer, @Value("${guiju.data:data}") Path data) {
        this.witnesses = witnesses;
        this.sealer = sealer;
        this.root = data.resolve("witness");
    }

    @Override
    public void run(ApplicationArguments args) {
        NAMES.forEach(this::start);
    }

    private void start(String name) {
        var folder = root.resolve(name);
        try {
            var signer =
                    SigningKeys.open(folder, "witness", name, SignatureType.ED25519_COSIGNATURE);
            var book = WitnessBook.open(folder, sealer::keys, signer, Clock.systemUTC());
            open.addFirst(book);
            var server = WitnessServer.start(book, "127.0.0.1", 0);
            open.addFirst(server);
            witnesses.add(
                    new Witness("http://127.0.0.1:" + server.port(), signer.key().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @EventListener
    void stop(ContextClosedEvent closed) throws Exception {
        for (var one : open) {
            one.close();
        }
        open.clear();
    }
}
