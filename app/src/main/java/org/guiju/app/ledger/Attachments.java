package org.guiju.app.ledger;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/// 附件库: files that acts name. Durable before the act that names them commits; bound to it by a salted digest.
public interface Attachments {

    /// A stored file.
    ///
    /// @param commitment what the event carries
    record Stored(UUID id, String commitment, String mediaType, long size) {}

    /// Keeps a file under the subject's key. A file that no act ever names is swept away later.
    Stored store(String subject, String mediaType, InputStream content);

    /// As {@link #store(String, String, InputStream)}, under an id that follows from the command: asked again, the file that
    /// is there already is named again.
    Stored store(UUID id, String subject, String mediaType, InputStream content);

    /// 收存上传的文件: keeps what somebody from outside has sent, once the scanner has looked into it. What the scanner has not answered
    /// for, and that in which it found something, is kept and held: nobody reads it.
    Stored receive(String subject, String mediaType, InputStream content);

    /// As {@link #receive(String, String, InputStream)}, under an id that follows from the command.
    Stored receive(UUID id, String subject, String mediaType, InputStream content);

    /// Why a file is held.
    ///
    /// @param found whether something was found in it; else it waits for the scanner
    record Held(boolean found, String finding) {}

    /// Empty for a file that may be read.
    Optional<Held> held(UUID id);

    /// What the scanner said of a file.
    void scanned(UUID id, Scanner.Verdict verdict);

    /// The content, checked against its commitment; empty when unknown or when the subject was erased.
    Optional<byte[]> read(UUID id);

    Optional<Stored> find(UUID id);

    /// The salt of a file's commitment (16 bytes): with it and the content anybody can compute what the event carries.
    Optional<byte[]> salt(UUID id);

    /// Removes the files of a subject whose key is destroyed; that they were there, and their commitments, stay on record.
    void purge(String subject);
}
