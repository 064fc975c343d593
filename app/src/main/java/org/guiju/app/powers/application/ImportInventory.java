package org.guiju.app.powers.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Imports;
import org.guiju.app.powers.store.ImportRows;
import org.guiju.app.powers.store.ItemForms;
import org.guiju.formats.inventory.ItemFile;
import org.guiju.kernel.allocation.Roster.Assignment;
import org.guiju.kernel.powers.inventory.ImportEvent;
import org.guiju.kernel.powers.inventory.ImportPreview;
import org.guiju.kernel.powers.inventory.ImportPreview.Stage;
import org.guiju.kernel.powers.inventory.ImportRules;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ResponseStatus;

/// 事项导入: a list is uploaded, checked row by row and kept as a preview; an officer confirms, and the items come in.
/// Confirming again after a crash goes on where it stopped: no item is lost, none comes twice.
@Service
public class ImportInventory {
    private static final Logger LOG = LoggerFactory.getLogger(ImportInventory.class);

    /// A file may fill twenty megabytes of memory while it is checked.
    private static final int CHECKED_AT_ONCE = 2;

    private final Allocation allocation;
    private final CommandGate gate;
    private final EventStore events;
    private final Imports imports;
    private final ImportRows rows;
    private final ImportSteps steps;
    private final OfficialClock clock;
    private final AsyncTaskExecutor background;
    private final Semaphore checks = new Semaphore(CHECKED_AT_ONCE);
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    ImportInventory(
            Allocation allocation,
            CommandGate gate,
            EventStore events,
            Imports imports,
            ImportRows rows,
            ImportSteps steps,
            OfficialClock clock,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor background) {
        this.allocation = allocation;
        this.gate = gate;
        this.events = events;
        this.imports = imports;
        this.rows = rows;
        this.steps = steps;
        this.clock = clock;
        this.background = background;
    }

    /// 答复: the batch, or why not.
    public sealed interface Answer {
        record Done(UUID batch) implements Answer {}

        record NotDone(Outcome.Refused<ImportEvent> because) implements Answer {}
    }

    /// Takes a file and checks it in the background; [Imports#batch] tells how far it is.
    ///
    /// @throws org.guiju.formats.tables.TableException when it is no list of items
    public Answer upload(String file, byte[] bytes, PersonId by) {
        var now = clock.now();
        if (ImportRules.upload(clerk(by, OfficialClock.dayOf(now)))
                instanceof Outcome.Refused<ImportEvent> refused) {
            return new Answer.NotDone(refused);
        }
        var items = ItemFile.open(file, bytes);
        var id = open(file, bytes, items, by, now);
        inBackground(
                id,
                () -> {
                    checks.acquireUninterruptibly();
                    try {
                        steps.check(id, items);
                    } finally {
                        checks.release();
                    }
                });
        return new Answer.Done(id);
    }

    /// Confirms a preview and brings its rows in, in the background.
    ///
    /// @param command asking again with it changes nothing
    /// @throws UnknownImport for an id that is none
    public Answer confirm(UUID command, PersonId by, UUID batch) {
        var now = clock.now();
        var answer = begin(command, by, batch, now);
        if (answer instanceof Answer.Done) {
            inBackground(batch, () -> steps.bringIn(batch, Stamp.own(now, by.value(), command)));
        }
        return answer;
    }

    /// As uploading and confirming, but done when it returns, at a time given: the demo's virtual time.
    public Answer importNow(String file, byte[] bytes, PersonId by, Instant at) {
        if (ImportRules.upload(clerk(by, OfficialClock.dayOf(at)))
                instanceof Outcome.Refused<ImportEvent> refused) {
            return new Answer.NotDone(refused);
        }
        var items = ItemFile.open(file, bytes);
        var id = open(file, bytes, items, by, at);
        steps.check(id, items);
        return confirmNow(UUID.randomUUID(), by, id, at);
    }

    /// As [#confirm], but done when it returns, at a time given.
    public Answer confirmNow(UUID command, PersonId by, UUID batch, Instant at) {
        var answer = begin(command, by, batch, at);
        if (answer instanceof Answer.Done) {
            steps.bringIn(batch, Stamp.own(at, by.value(), command));
        }
        return answer;
    }

    /// Whether somebody works on the batch at this moment; one that is unfinished and still must be confirmed again.
    public boolean isRunning(UUID batch) {
        return running.contains(batch);
    }

    /// Whether the person may use the import today; shows or hides what the decider decides again.
    public boolean mayImport(PersonId person) {
        return clerk(person, clock.today());
    }

    /// The files of previews that were being checked when the server stopped are gone.
    @EventListener(ApplicationStartedEvent.class)
    void abandonUnfinished() {
        int abandoned = rows.abandonUnfinished();
        if (abandoned > 0) {
            LOG.info(
                    "{} previews were being checked when the server stopped; they must be uploaded again",
                    abandoned);
        }
    }

    private UUID open(String file, byte[] bytes, ItemFile items, PersonId by, Instant at) {
        var id = UUID.randomUUID();
        rows.open(
                new ImportRows.Opened(
                        id,
                        name(file),
                        digest(bytes),
                        items.origin(),
                        items.headerRow(),
                        items.columns(),
                        by.value(),
                        at));
        return id;
    }

    Answer begin(UUID command, PersonId by, UUID batch, Instant at) {
        if (imports.batch(batch).isEmpty()) {
            throw new UnknownImport(batch);
        }
        try {
            gate.once(
                    command,
                    by.value(),
                    ("import.confirm " + batch).getBytes(StandardCharsets.UTF_8),
                    () -> {
                        rows.lock(batch);
                        var clerk = clerk(by, OfficialClock.dayOf(at));
                        switch (ImportRules.confirm(clerk, preview(batch))) {
                            case Outcome.Refused<ImportEvent> refused -> throw new NotNow(refused);
                            case Outcome.Permitted<ImportEvent>(var happened) -> {
                                if (!happened.isEmpty()) {
                                    var drafts = happened.stream().map(ItemForms::write).toList();
                                    events.append(
                                            batch, 0, drafts, Stamp.own(at, by.value(), command));
                                    rows.stage(batch, Stage.IMPORTING);
                                }
                            }
                        }
                        return "begun";
                    });
            return new Answer.Done(batch);
        } catch (NotNow e) {
            return new Answer.NotDone(e.refused);
        }
    }

    private ImportPreview preview(UUID batch) {
        var b = imports.batch(batch).orElseThrow(() -> new UnknownImport(batch));
        return new ImportPreview(b.stage(), b.file(), b.digest(), b.rows(), b.accepted());
    }

    private boolean clerk(PersonId person, LocalDate day) {
        var roster = allocation.roster();
        return roster.assignments().stream()
                .filter(a -> a.role().equals(ImportRules.CLERK))
                .map(Assignment::organ)
                .distinct()
                .anyMatch(
                        organ -> roster.holding(person, ImportRules.CLERK, organ, day).isPresent());
    }

    private void inBackground(UUID batch, Runnable work) {
        if (!running.add(batch)) {
            return;
        }
        background.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error(
                        "import {} broke off; confirming it again goes on where it stopped",
                        batch,
                        e);
            } finally {
                running.remove(batch);
            }
        });
    }

    /// A name as the ledger can hold it, without the path that some browsers send.
    private static String name(String file) {
        var last = file.replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1).replaceAll("[\\p{Cc}\\p{Cs}\\p{Cn}]", "");
        last = Normalizer.normalize(last, Normalizer.Form.NFC);
        return last.length() <= 200 ? last : last.substring(last.length() - 200);
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /// Carries a refusal out of the transaction, so that nothing of it stays.
    private static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome.Refused<ImportEvent> refused;

        NotNow(Outcome.Refused<ImportEvent> refused) {
            super(refused.first().code().name());
            this.refused = refused;
        }
    }

    /// 查无此批.
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class UnknownImport extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownImport(UUID id) {
            super("no import " + id);
        }
    }
}
