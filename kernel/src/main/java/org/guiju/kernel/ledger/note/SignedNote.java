package org.guiju.kernel.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 签名文: a text and the lines of those who signed it (C2SP signed-note). What stands in it counts only once a known key
/// has been checked.
///
/// @param text with its last line feed
/// @param signatures at least one when read; a note about to be signed may have none
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST = 100;

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new LogException(LogFault.LINES, "the text has no line feed at its end");
        }
        NoteText.checkControl(text, "\n", "note");
        signatures = List.copyOf(signatures);
    }

    public static SignedNote parse(byte[] bytes) {
        return parse(NoteText.of(bytes, "note"));
    }

    public static SignedNote parse(String note) {
        NoteText.checkControl(note, "\n", "note");
        int border = note.lastIndexOf("\n\n");
        if (border < 0 || !note.endsWith("\n") || border + 2 == note.length()) {
            throw new LogException(LogFault.LINES, "note without signatures");
        }
        var lines = note.substring(border + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST) {
            throw new LogException(LogFault.TOO_LARGE, lines.length + " signatures");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, border + 1), signatures);
    }

    /// The note with these lines as well; a line that already stands there is not repeated.
    public SignedNote with(List<NoteSignature> more) {
        var all = new ArrayList<>(signatures);
        more.stream().filter(line -> !all.contains(line)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /// The lines a witness answers with.
    public static List<NoteSignature> lines(String answer) {
        if (answer.isEmpty() || !answer.endsWith("\n")) {
            throw new LogException(LogFault.LINES, "answer of a witness");
        }
        return answer.substring(0, answer.length() - 1).lines().map(NoteSignature::parse).toList();
    }

    /// 核验结果.
    ///
    /// @param good by key; the earliest where one key signed more than once
    /// @param bad names of known keys whose signature does not hold: the whole note is to be refused
    public record Checked(Map<NoteKey, NoteKey.Signed> good, List<String> bad) {
        public Checked {
            good = Map.copyOf(good);
            bad = List.copyOf(bad);
        }

        public Optional<NoteKey.Signed> by(NoteKey key) {
            return Optional.ofNullable(good.get(key));
        }
    }

    /// Checks the lines of known keys; lines of others are passed over, also those that share a name or an id.
    public Checked check(Collection<? extends NoteKey> known) {
        var good = new LinkedHashMap<NoteKey, NoteKey.Signed>();
        var bad = new ArrayList<String>();
        for (NoteSignature line : signatures) {
            for (NoteKey key : known) {
                if (key.id() == line.keyId() && key.name().equals(line.name())) {
                    var signed = key.verify(text, line.signature());
                    signed.ifPresentOrElse(
                            s -> good.merge(key, s, SignedNote::earlier),
                            () -> bad.add(key.name()));
                }
            }
        }
        return new Checked(good, bad);
    }

    private static NoteKey.Signed earlier(NoteKey.Signed a, NoteKey.Signed b) {
        boolean second =
                a.time().isPresent()
                        && b.time().isPresent()
                        && b.time().get().isBefore(a.time().get());
        return second ? b : a;
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text
                + "\n"
                + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }
}
