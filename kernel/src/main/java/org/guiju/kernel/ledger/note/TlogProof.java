package org.guiju.kernel.ledger.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.ledger.tree.Base64Text;
import org.guiju.kernel.ledger.tree.Hash;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 存证证明: the file `.tlog-proof` (C2SP tlog-proof): where an entry stands, the path to the root, and who signed the root.
///
/// @param extra bytes that nobody vouches for, as Base64; for the maker's own use
/// @param index of the entry, from 0
/// @param path from the leaf's sibling up
/// @param checkpoint as the log published it, with its signatures
public record TlogProof(
        Optional<String> extra, long index, List<Hash> path, SignedNote checkpoint) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final int LONGEST_PATH = 63;

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new LogException(LogFault.PROOF, "index or number of hashes");
        }
    }

    public TlogProof(long index, List<Hash> path, SignedNote checkpoint) {
        this(Optional.empty(), index, path, checkpoint);
    }

    public static TlogProof parse(byte[] bytes) {
        return parse(NoteText.of(bytes, "proof"));
    }

    public static TlogProof parse(String text) {
        int border = text.indexOf("\n\n");
        if (border < 0) {
            throw new LogException(LogFault.PROOF, "no checkpoint behind an empty line");
        }
        var lines = new ArrayList<>(List.of(text.substring(0, border).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST)) {
            throw new LogException(LogFault.PROOF, "first line");
        }
        var extra = Optional.<String>empty();
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            var base64 = lines.removeFirst().substring("extra ".length());
            Base64Text.parse(base64, "extra");
            extra = Optional.of(base64);
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith("index ")) {
            throw new LogException(LogFault.PROOF, "line of the index");
        }
        long index = NoteText.number(lines.removeFirst().substring("index ".length()), "index");
        return new TlogProof(
                extra,
                index,
                lines.stream().map(Hash::parse).toList(),
                SignedNote.parse(text.substring(border + 2)));
    }

    @Override
    public String toString() {
        var out = new StringBuilder(FIRST).append('\n');
        extra.ifPresent(base64 -> out.append("extra ").append(base64).append('\n'));
        out.append("index ").append(index).append('\n');
        path.forEach(hash -> out.append(hash.base64()).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
