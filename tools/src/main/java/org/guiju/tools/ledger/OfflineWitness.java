package org.guiju.tools.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.guiju.formats.ledger.WitnessBook;
import org.guiju.kernel.ledger.note.AddCheckpoint;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignedNote;
import org.guiju.kernel.ledger.tree.LogException;
import org.guiju.kernel.ledger.tree.LogFault;

/// 离线见证: for isolated networks. What the network would carry comes as a file, or as the text of a printed code whose
/// part behind `#` is the same request in base64url; the signed checkpoint goes back the same way.
public final class OfflineWitness {
    /// 结果.
    public sealed interface Outcome {
        /// 已签署: the log's lines and this witness's.
        record Signed(SignedNote note) implements Outcome {}

        /// 拒签.
        record Refused(String zh, String en) implements Outcome {}
    }

    private OfflineWitness() {}

    /// @param file a path, or the text of a code
    public static Outcome sign(WitnessBook book, String file) throws IOException, UnusableInput {
        var request = request(book, file.startsWith("https://") ? file : text(file));
        var answer = book.add(request.toString().getBytes(StandardCharsets.UTF_8));
        if (answer.status() == 200) {
            var lines = SignedNote.lines(answer.body());
            return new Outcome.Signed(request.checkpoint().with(lines));
        }
        return answer.status() == 409
                ? new Outcome.Refused(
                        "上次签署的规模是 " + answer.body().strip() + "，请附上从该规模起的一致性证明。",
                        "Last signed at size "
                                + answer.body().strip()
                                + ": bring a consistency proof from there (old …).")
                : new Outcome.Refused(
                        "拒签 (" + answer.status() + ")：" + answer.body().strip() + "。",
                        "Refused (" + answer.status() + "): " + answer.body().strip() + ".");
    }

    private static String text(String file) throws UnusableInput {
        return new String(Input.bytes(file), StandardCharsets.UTF_8);
    }

    private static AddCheckpoint request(WitnessBook book, String text) throws IOException {
        var code = text.strip();
        if (code.startsWith("https://") && code.contains("#")) {
            try {
                byte[] body = Base64.getUrlDecoder().decode(code.substring(code.indexOf('#') + 1));
                return AddCheckpoint.parse(body);
            } catch (IllegalArgumentException e) {
                throw new LogException(LogFault.BASE64, "code");
            }
        }
        if (text.startsWith("old ")) {
            return AddCheckpoint.parse(text);
        }
        // A bare checkpoint: the first of its log, or the last one again.
        var note = SignedNote.parse(text);
        var now = Checkpoint.of(note);
        long old =
                book.stored(now.origin())
                        .map(Checkpoint::of)
                        .filter(last -> last.size() == now.size())
                        .map(Checkpoint::size)
                        .orElse(0L);
        return new AddCheckpoint(old, List.of(), note);
    }
}
