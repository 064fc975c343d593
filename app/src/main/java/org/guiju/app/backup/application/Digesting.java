package org.guiju.app.backup.application;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hands on what is written and hashes it on the way; closing it closes nothing.
final class Digesting extends FilterOutputStream {
    private final MessageDigest digest;

    Digesting(OutputStream to) {
        super(to);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        digest.update((byte) b);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /// In hex; once.
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
