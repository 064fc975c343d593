package org.guiju.tools.ledger;

/// 无法使用的输入: said to the reader in both languages, with what to do.
public final class UnusableInput extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableInput(String zh, String en) {
        super(zh + " " + en);
    }
}
