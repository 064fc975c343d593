package org.guiju.app.ledger;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// 一次办理: a command that is asked again gets its first answer; nothing is done twice.
public interface CommandGate {

    /// Runs the work in one transaction and keeps its answer under the id.
    ///
    /// @param body what the command says, in any stable form; its digest is kept
    /// @param work loads, decides, appends; its answer is kept as text
    /// @return the answer, the first one if the command was answered before
    /// @throws AnotherBody the id was used for another command or by somebody else
    Answer once(UUID id, String actor, byte[] body, Supplier<String> work);

    /// As {@link #once(UUID, String, byte[], Supplier)}, for work that gathers what it writes: that and the answer go to the
    /// database together. Whether the command was answered before is asked only when something is in its way, which an
    /// answered command always finds: its own id.
    Answer once(UUID id, String actor, byte[] body, Function<Writes, String> work);

    /// 答复: the text and whether it was given before.
    record Answer(String text, boolean again) {}

    /// 同号异文: the id belongs to another command.
    @ResponseStatus(code = HttpStatus.UNPROCESSABLE_CONTENT, reason = "COMMAND_ID_REUSED")
    final class AnotherBody extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AnotherBody(UUID id) {
            super("command " + id + " was another command");
        }
    }
}
