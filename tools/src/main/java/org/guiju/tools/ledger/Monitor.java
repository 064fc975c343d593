package org.guiju.tools.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.guiju.formats.ledger.Sm2Key;
import org.guiju.formats.ledger.Sm3Tree;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.LogPolicy;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.note.Split;
import org.guiju.kernel.ledger.tree.EntryBundle;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFinding;
import org.guiju.kernel.ledger.tree.Tile;
import org.guiju.kernel.ledger.tree.TiledTree;
import org.guiju.kernel.ledger.tree.TreeHash;

/// 监测: reads a published log from its first entry to its last, hashes everything again and asks what it means. It believes
/// the log nothing; it holds it to what it told before.
public final class Monitor {
    /// 结果.
    ///
    /// @param overdue cases behind their statutory limit, by cause
    /// @param evidence a split, as a file that convicts the log anywhere
    public record Report(
            String origin,
            long size,
            long events,
            long sealed,
            Map<Overdue, Long> overdue,
            List<MonitorFinding> findings,
            Optional<Path> evidence) {
        public Report {
            overdue = java.util.Collections.unmodifiableMap(new TreeMap<>(overdue));
            findings = List.copyOf(findings);
        }
    }

    /// With one of these the checkpoint is not remembered: the log would later be held to a story it did not tell soundly.
    private static final Set<MonitorFinding.Kind> OF_THE_LOG =
            EnumSet.of(
                    MonitorFinding.Kind.SPLIT,
                    MonitorFinding.Kind.ROLLED_BACK,
                    MonitorFinding.Kind.FILE_MISSING,
                    MonitorFinding.Kind.FILE_TORN,
                    MonitorFinding.Kind.LEAF_DIFFERS,
                    MonitorFinding.Kind.NODE_DIFFERS,
                    MonitorFinding.Kind.ROOT_DIFFERS);

    private final LogSite site;
    private final LogPolicy policy;
    private final Optional<Sm2Key> domestic;
    private final Optional<MonitorMemory> memory;
    private final Optional<Path> definitions;
    private final List<SignedNote> receipts;
    private final Instant asOf;
    private final ZoneId zone;
    private final List<MonitorFinding> findings = new ArrayList<>();
    private Optional<Path> evidence = Optional.empty();

    /// @param domestic key of a second log, hashed with SM3: it is judged by that key alone, no witness signs it
    /// @param receipts checkpoints that others were given: the log is held to each of them
    /// @param zone in which times are shown; limits are counted by the county's days
    public Monitor(
            LogSite site,
            LogPolicy policy,
            Optional<Sm2Key> domestic,
            Optional<MonitorMemory> memory,
            Optional<Path> definitions,
            List<SignedNote> receipts,
            Instant asOf,
            ZoneId zone) {
        this.site = site;
        this.policy = policy;
        this.domestic = domestic;
        this.memory = memory;
        this.definitions = definitions;
        this.receipts = List.copyOf(receipts);
        this.asOf = asOf;
        this.zone = zone;
    }

    /// @throws UnusableInput if there is no log, or this monitor's own memory is damaged
    public Report run() throws IOException, UnusableInput {
        byte[] bytes =
                site.file("checkpoint")
                        .orElseThrow(() ->
                                new UnusableInput(
                                        "此处没有日志（缺 checkpoint）。",
                                        "There is no log here (no checkpoint)."));
        SignedNote note;
        Checkpoint now;
        LogPolicy.Verdict verdict;
        try {
            note = SignedNote.parse(bytes);
            now = Checkpoint.of(note);
            verdict = judge(note);
        } catch (LogException e) {
            add(MonitorFinding.Kind.CHECKPOINT_FORM, "checkpoint", String.valueOf(e.getMessage()));
            return new Report("", 0, 0, 0, Map.of(), findings, evidence);
        }
        if (!verdict.accepted()) {
            var why = new ArrayList<String>();
            verdict.bad().forEach(name -> why.add("bad signature " + name));
            if (!verdict.log()) {
                why.add("no log signature");
            }
            if (!verdict.quorum()) {
                why.add("no quorum");
            }
            add(MonitorFinding.Kind.NOT_ACCEPTED, "checkpoint", String.join(", ", why));
        }
        if (!verdict.bad().isEmpty() || !verdict.log()) {
            // What the log did not sign it cannot be held to.
            return new Report(now.origin(), now.size(), 0, 0, Map.of(), findings, evidence);
        }
        return judged(note, now, verdict);
    }

    private boolean domestic(Checkpoint checkpoint) {
        return domestic.filter(key -> key.name().equals(checkpoint.origin())).isPresent();
    }

    private LogPolicy.Verdict judge(SignedNote note) {
        if (!domestic(Checkpoint.of(note))) {
            return policy.judge(note);
        }
        var key = domestic.orElseThrow();
        var checked = note.check(List.of(key));
        return new LogPolicy.Verdict(
                checked.bad(), true, checked.by(key).isPresent(), Map.of(), true);
    }

    private TreeHash how(Checkpoint checkpoint) {
        return domestic(checkpoint) ? new Sm3Tree() : TreeHash.SHA_256;
    }

    private Report judged(SignedNote note, Checkpoint now, LogPolicy.Verdict verdict)
            throws IOException, UnusableInput {
        var told = new ArrayList<>(receipts);
        if (memory.isPresent()) {
            memory.get().last().ifPresent(told::add);
        }
        boolean otherStory = false;
        for (SignedNote earlier : told) {
            otherStory |= compare(earlier, note, now);
        }
        if (otherStory) {
            // Its files tell another story than it told before: the new one is not worth reading.
            return new Report(now.origin(), now.size(), 0, 0, Map.of(), findings, evidence);
        }
        var result = LogCheck.whole(how(now), site, now.size(), now.root());
        result.findings().forEach(f -> add(kind(f.kind()), f.place(), ""));
        var seen = new ArrayList<>(memory.isPresent() ? memory.get().seen() : List.of());
        verdict.earliest().ifPresent(at -> seen.add(new MonitorMemory.Seen(now.size(), at)));
        var meaning = new MeaningCheck(seen, definitions(), asOf, zone, findings);
        entries(now.size(), meaning);
        meaning.end();
        if (memory.isPresent()
                && result.sound().isPresent()
                && findings.stream().noneMatch(Monitor::ofTheLog)) {
            memory.get().remember(note, seen);
        }
        return new Report(
                now.origin(),
                now.size(),
                meaning.events(),
                meaning.sealed(),
                meaning.overdue(),
                findings,
                evidence);
    }

    /// @return whether the new checkpoint cannot stand beside an earlier one
    private boolean compare(SignedNote earlier, SignedNote note, Checkpoint now)
            throws IOException, UnusableInput {
        var then = Checkpoint.of(earlier);
        var keys = policy.logs().stream().map(LogPolicy.Log::key).toList();
        if (!then.origin().equals(now.origin()) || !judge(earlier).log()) {
            throw new UnusableInput(
                    "给出的旧检查点不是日志 " + now.origin() + " 签署的。",
                    "The earlier checkpoint was not signed by the log " + now.origin() + ".");
        }
        if (now.size() < then.size()) {
            add(MonitorFinding.Kind.ROLLED_BACK, "checkpoint", now.size() + " < " + then.size());
            return true;
        }
        try {
            if (domestic(now)) {
                // A .tlog-split is written in SHA-256: two checkpoints of this log convict it
                // without one.
                var root = TiledTree.of(site, how(now), now.size()).root(then.size());
                if (!root.equals(then.root())) {
                    add(MonitorFinding.Kind.SPLIT, "checkpoint", then.size() + " / " + now.size());
                    return true;
                }
                return false;
            }
            var split = Split.of(earlier, note, TiledTree.of(site, now.size()));
            if (then.size() > 0 && split.convicts(keys)) {
                evidence =
                        memory.isPresent()
                                ? Optional.of(memory.get().keep(split, then.size(), now.size()))
                                : Optional.empty();
                add(
                        MonitorFinding.Kind.SPLIT,
                        "checkpoint",
                        then.size() + " / " + now.size() + evidence.map(f -> ", " + f).orElse(""));
                return true;
            }
        } catch (LogException e) {
            // Missing or torn files are named when the whole log is checked.
            return false;
        }
        return false;
    }

    private void entries(long size, MeaningCheck meaning) {
        for (long n = 0; n < size; n += Tile.FULL) {
            var tile = Tile.holding(Tile.ENTRIES, n, size);
            try {
                var entries = EntryBundle.read(site.need(tile), tile.width(), tile.path());
                for (int i = 0; i < entries.size(); i++) {
                    meaning.visit(n + i, entries.get(i));
                }
            } catch (LogException e) {
                // Already found by the check of the files; what stands in it cannot be told.
                meaning.lost(n, tile.width());
            }
        }
    }

    private DefinitionShelf definitions() throws UnusableInput {
        return definitions.isPresent()
                ? DefinitionShelf.of(definitions.get())
                : DefinitionShelf.none();
    }

    private static boolean ofTheLog(MonitorFinding finding) {
        return OF_THE_LOG.contains(finding.kind());
    }

    private static MonitorFinding.Kind kind(LogFinding.Kind kind) {
        return MonitorFinding.Kind.valueOf(kind.name());
    }

    private void add(MonitorFinding.Kind kind, String place, String detail) {
        findings.add(new MonitorFinding(kind, place, detail));
    }
}
