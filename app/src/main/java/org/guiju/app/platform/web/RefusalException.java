package org.guiju.app.platform.web;

import java.util.List;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Refusal;

/// 不予办理: how a page or the API says that the kernel refused: answered with 409, article and remedy. Refusals stay
/// values until the door; only the door throws, because nothing behind it shall go on.
public final class RefusalException extends RuntimeException {

    private final transient List<Refusal> refusals;

    public RefusalException(Outcome.Refused<?> refused) {
        this(refused.refusals());
    }

    /// @param refusals in order of precedence, never empty
    public RefusalException(List<Refusal> refusals) {
        super(refusals.getFirst().code().name());
        this.refusals = List.copyOf(refusals);
    }

    /// In order of precedence, never empty.
    public List<Refusal> refusals() {
        return refusals;
    }
}
