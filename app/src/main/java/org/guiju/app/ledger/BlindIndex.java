package org.guiju.app.ledger;

/// 盲索引: stands for a word in an index without saying it. The key is the installation's and not in the database: whoever reads the
/// rows alone can neither read the words nor try them.
public interface BlindIndex {
    /// The first eight bytes of HMAC-SHA-256 of the word.
    long of(String word);
}
