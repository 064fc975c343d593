package org.guiju.kernel.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 策略读取器: tlog-policy, line by line; a fault names its line.
final class PolicyReader {
    private static final Pattern SPACE = Pattern.compile("[ \t]+");
    private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]{0,4}");
    private static final String NONE = "none";

    private final List<LogPolicy.Log> logs = new ArrayList<>();
    private final Map<String, LogPolicy.Witness> witnesses = new LinkedHashMap<>();
    private final Map<String, LogPolicy.Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private Optional<String> quorum = Optional.empty();
    private int number;

    private PolicyReader() {}

    static LogPolicy read(byte[] bytes) {
        if (bytes.length > NoteText.LONGEST) {
            throw new LogException(LogFault.TOO_LARGE, "policy, " + bytes.length + " bytes");
        }
        // Octets with the high bit set are opaque: one character each, so that none is lost.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        NoteText.checkControl(text, "\t\n", "policy");
        if (text.indexOf(0x7F) >= 0) {
            throw new LogException(LogFault.CONTROL_CHARACTER, "policy, U+007F");
        }
        var reader = new PolicyReader();
        for (String line : text.split("\n", -1)) {
            reader.number++;
            reader.line(line);
        }
        if (reader.quorum.isEmpty()) {
            throw new LogException(LogFault.POLICY, "no line quorum");
        }
        return new LogPolicy(
                reader.logs,
                reader.witnesses,
                reader.groups,
                reader.quorum.filter(name -> !name.equals(NONE)).map(PolicyReader::utf8));
    }

    private void line(String line) {
        var items = SPACE.splitAsStream(line).filter(item -> !item.isEmpty()).toList();
        if (items.isEmpty() || items.getFirst().startsWith("#")) {
            return;
        }
        var rest = items.subList(1, items.size());
        switch (items.getFirst()) {
            case "log" -> log(rest);
            case "witness" -> witness(rest);
            case "group" -> group(rest);
            case "quorum" -> quorum(rest);
            default -> throw wrong("unknown word " + utf8(items.getFirst()));
        }
    }

    private void log(List<String> items) {
        require(items.size() == 1 || items.size() == 2, "log <vkey> [<url>]");
        var key = key(items.getFirst());
        require(
                key.type() != SignatureType.ED25519_COSIGNATURE,
                "a witness's key where a log's is expected");
        require(
                logs.stream().noneMatch(log -> log.key().samePublicKey(key)),
                "this log's key was already listed");
        logs.add(
                new LogPolicy.Log(key, items.stream().skip(1).map(PolicyReader::utf8).findFirst()));
    }

    private void witness(List<String> items) {
        require(items.size() == 2 || items.size() == 3, "witness <name> <vkey> [<url>]");
        var name = fresh(items.getFirst());
        var key = key(items.get(1));
        require(key.type().timed(), "a log's key where a witness's is expected");
        require(
                witnesses.values().stream().noneMatch(w -> w.key().samePublicKey(key)),
                "this witness's key was already listed");
        witnesses.put(
                name,
                new LogPolicy.Witness(
                        key, items.stream().skip(2).map(PolicyReader::utf8).findFirst()));
    }

    private void group(List<String> items) {
        require(items.size() >= 3, "group <name> all|any|<k> <name>…");
        var name = fresh(items.getFirst());
        var names = items.subList(2, items.size()).stream().map(PolicyReader::utf8).toList();
        for (String member : names) {
            require(defined(member), member + " is not defined above");
            require(members.add(member), member + " is already a member of a group");
        }
        int k =
                switch (items.get(1)) {
                    case "any" -> 1;
                    case "all" -> names.size();
                    case String text when THRESHOLD.matcher(text).matches() ->
                            Integer.parseInt(text);
                    default -> 0;
                };
        require(k >= 1 && k <= names.size(), "threshold of 1 to " + names.size());
        groups.put(name, new LogPolicy.Group(k, names));
    }

    private void quorum(List<String> items) {
        require(items.size() == 1 && quorum.isEmpty(), "one line quorum <name>");
        var name = items.getFirst();
        require(name.equals(NONE) || defined(utf8(name)), utf8(name) + " is not defined above");
        quorum = Optional.of(name);
    }

    private String fresh(String item) {
        var name = utf8(item);
        require(!name.equals(NONE) && !defined(name), name + " is already taken");
        return name;
    }

    private boolean defined(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private VerifierKey key(String item) {
        try {
            return VerifierKey.parse(utf8(item));
        } catch (LogException e) {
            throw e.in("policy, line " + number);
        }
    }

    /// Names are compared as octets; decoding comes last and is the same for equal octets.
    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private void require(boolean held, String what) {
        if (!held) {
            throw wrong(what);
        }
    }

    private LogException wrong(String what) {
        return new LogException(LogFault.POLICY, "policy, line " + number + ": " + what);
    }
}
