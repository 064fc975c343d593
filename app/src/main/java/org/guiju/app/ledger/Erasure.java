package org.guiju.app.ledger;

/// 个人信息的删除与封存: what a subject's key has opened is no longer readable, in no stream, no derived row, no file and no paper; every proof stays as it is.
public interface Erasure {
    /// Destroys the subject's key, in the caller's transaction. There is no way back.
    void erase(String subject);

    /// Puts the subject's key where the application cannot read it, in the caller's transaction. Only who administers the database can bring it back.
    void seal(String subject);
}
