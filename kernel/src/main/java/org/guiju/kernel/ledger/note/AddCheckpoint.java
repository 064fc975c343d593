package org.guiju.kernel.ledger.note;

import java.util.List;
import java.util.stream.Collectors;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 见证请求: the body of `POST /add-checkpoint` (C2SP tlog-witness).
///
/// @param old size of the checkpoint the witness last signed for this log; 0 if it never did
/// @param path consistency proof from there; none from 0
public record AddCheckpoint(long old, List<Hash> path, SignedNote checkpoint) {
    private static final int MOST = 63;

    public AddCheckpoint {
        path = List.copyOf(path);
    }

    public static AddCheckpoint parse(byte[] bytes) {
        return parse(NoteText.of(bytes, "request"));
    }

    public static AddCheckpoint parse(String body) {
        int border = body.indexOf("\n\n");
        if (border < 0 || !body.startsWith("old ")) {
            throw new LogException(LogFault.REQUEST, "old size, path, empty line, checkpoint");
        }
        var lines = List.of(body.substring(0, border).split("\n", -1));
        if (lines.size() > MOST + 1) {
            throw new LogException(LogFault.REQUEST, (lines.size() - 1) + " hashes");
        }
        return new AddCheckpoint(
                NoteText.number(lines.getFirst().substring("old ".length()), "old size"),
                lines.stream().skip(1).map(Hash::parse).toList(),
                SignedNote.parse(body.substring(border + 2)));
    }

    @Override
    public String toString() {
        return "old "
                + old
                + "\n"
                + path.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
                + "\n"
                + checkpoint;
    }
}
