package org.guiju.app.backup;

/// 拒绝: why no backup is made or put back, which place is meant and what to do; Chinese first, then English, for a person at
/// a terminal.
public final class BackupRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public BackupRefused(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
    }
}
