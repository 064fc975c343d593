package org.guiju.kernel.shared;

/// 空标识: an id of blanks only. Whoever sends one has made the mistake, so the shell may say so to him.
public final class BlankId extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BlankId(String message) {
        super(message);
    }
}
