package org.guiju.kernel.ledger.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// 信任策略: whose signatures on a checkpoint are enough (C2SP tlog-policy). It is the reader's own choice, or that of
/// someone the reader trusts; a log cannot choose it for them.
///
/// @param logs any one of them must have signed; a key's name is the log's origin
/// @param witnesses by the name they have in the policy
/// @param groups by name; members are witnesses or groups
/// @param quorum name of a witness or group; empty for `quorum none`
public record LogPolicy(
        List<Log> logs,
        Map<String, Witness> witnesses,
        Map<String, Group> groups,
        Optional<String> quorum) {
    /// 日志.
    public record Log(VerifierKey key, Optional<String> url) {}

    /// 见证人.
    public record Witness(VerifierKey key, Optional<String> url) {}

    /// 组: at least `k` of the members.
    public record Group(int k, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    public LogPolicy {
        logs = List.copyOf(logs);
        witnesses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
        groups = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /// One log and nobody else: it proves what the log says and not that it says the same to everyone.
    public static LogPolicy ofLog(VerifierKey key) {
        return new LogPolicy(
                List.of(new Log(key, Optional.empty())), Map.of(), Map.of(), Optional.empty());
    }

    /// @throws org.guiju.kernel.ledger.tree.LogException naming the line
    public static LogPolicy parse(byte[] bytes) {
        return PolicyReader.read(bytes);
    }

    /// 判定: what the signatures on one checkpoint are worth under this policy.
    ///
    /// @param bad names of known keys whose signature does not hold; one is enough to refuse the checkpoint
    /// @param log whether a log of the policy signed under its own name
    /// @param witnessed by policy name, when each saw it
    /// @param quorum whether those are enough
    public record Verdict(
            List<String> bad,
            boolean known,
            boolean log,
            Map<String, Instant> witnessed,
            boolean quorum) {
        public Verdict {
            bad = List.copyOf(bad);
            witnessed = java.util.Collections.unmodifiableMap(new TreeMap<>(witnessed));
        }

        public boolean accepted() {
            return bad.isEmpty() && log && quorum;
        }

        /// 最早见证时间: when the checkpoint existed at the latest.
        public Optional<Instant> earliest() {
            return witnessed.values().stream().min(Instant::compareTo);
        }
    }

    public Verdict judge(SignedNote note) {
        var origin = Checkpoint.of(note).origin();
        var own = logs.stream().map(Log::key).filter(key -> key.name().equals(origin)).toList();
        var keys = new ArrayList<VerifierKey>(own);
        witnesses.values().forEach(witness -> keys.add(witness.key()));
        var checked = note.check(keys);
        var witnessed = new TreeMap<String, Instant>();
        witnesses.forEach((name, witness) ->
                checked.by(witness.key())
                        .flatMap(NoteKey.Signed::time)
                        .ifPresent(time -> witnessed.put(name, time)));
        return new Verdict(
                checked.bad(),
                !own.isEmpty(),
                own.stream().anyMatch(key -> checked.by(key).isPresent()),
                witnessed,
                quorum.map(name -> holds(name, witnessed)).orElse(true));
    }

    private boolean holds(String name, Map<String, Instant> witnessed) {
        var group = groups.get(name);
        if (group == null) {
            return witnessed.containsKey(name);
        }
        return group.members().stream().filter(member -> holds(member, witnessed)).count()
                >= group.k();
    }
}
