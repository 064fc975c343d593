package org.guiju.kernel.ledger.note;

import java.util.List;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 检查点: what a log says of itself: who it is, how many entries, which root (C2SP tlog-checkpoint). Extension lines are
/// refused: nobody audits them, and the post-quantum signatures do not cover them.
///
/// @param origin the log's own name
/// @param size number of entries
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new LogException(LogFault.LINES, "origin of a checkpoint");
        }
        NoteText.checkControl(origin, "", "origin");
        if (size < 0) {
            throw new LogException(LogFault.NUMBER, "size " + size);
        }
    }

    /// @param text of the note, with its last line feed
    public static Checkpoint parse(String text) {
        var lines = List.of(text.split("\n", -1));
        if (lines.size() != LINES + 1 || !lines.getLast().isEmpty()) {
            throw new LogException(
                    LogFault.LINES, "checkpoint of " + (lines.size() - 1) + " lines");
        }
        return new Checkpoint(
                lines.get(0),
                NoteText.number(lines.get(1), "size of the checkpoint"),
                Hash.parse(lines.get(2)));
    }

    public static Checkpoint of(SignedNote note) {
        return parse(note.text());
    }

    /// The note text.
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /// This checkpoint with the lines of those who vouch for it.
    public SignedNote signed(List<NoteSignature> signatures) {
        return new SignedNote(text(), signatures);
    }
}
