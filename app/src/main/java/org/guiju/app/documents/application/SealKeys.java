package org.guiju.app.documents.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.documents.SealKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 印章密钥: with what the papers of an organ are signed. The file that `guiju.documents.signing.ORGAN.keystore` names (PKCS #12, with `.password`), as a
/// certification service gives it; where none is named, a key that this installation makes once and keeps beside its others.
@Component
public class SealKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SealKeys.class);

    /// The file is for its owner's eyes alone; the word only satisfies the format.
    private static final char[] WORD = "guiju".toCharArray();

    private static final String SETTING = "guiju.documents.signing.";
    private final Path directory;
    private final Environment settings;
    private final OfficeSeals seals;
    private final OfficialClock clock;
    private final Map<String, SealKey> read = new ConcurrentHashMap<>();

    SealKeys(
            @Value("${guiju.data:data}") Path data,
            Environment settings,
            OfficeSeals seals,
            OfficialClock clock) {
        this.directory = data.resolve("keys").resolve("seals");
        this.settings = settings;
        this.seals = seals;
        this.clock = clock;
    }

    /// Empty for an organ that seals nothing.
    ///
    /// @throws SealKey.Unusable for a keystore that cannot be used; nothing is signed with another key instead
    public Optional<SealKey> of(String organ) {
        return seals.of(organ).map(name -> read.computeIfAbsent(organ, o -> key(o, name)));
    }

    private SealKey key(String organ, String name) {
        var file = settings.getProperty(SETTING + organ + ".keystore", "");
        try {
            if (!file.isBlank()) {
                var password = settings.getProperty(SETTING + organ + ".password", "");
                return SealKey.read(Files.readAllBytes(Path.of(file)), password.toCharArray());
            }
            var own = directory.resolve(organ + ".p12");
            if (!Files.exists(own)) {
                make(own, name);
            }
            return SealKey.read(Files.readAllBytes(own), WORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file, String name) throws IOException {
        Files.createDirectories(directory);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = Files.createTempFile(directory, "seal", ".new", owner);
        Files.write(temporary, SealKey.made(name, clock.now(), WORD));
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("a key of our own was made for the seal of {}: {}", name, file.getFileName());
        } catch (FileAlreadyExistsException _) {
            Files.delete(temporary);
        }
    }

    /// The organ's certificate for whoever checks its papers, as PEM.
    public Optional<String> certificate(String organ) {
        return of(organ)
                .map(key -> {
                    try {
                        return "-----BEGIN CERTIFICATE-----\n"
                                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(key.certificate().getEncoded())
                                + "\n-----END CERTIFICATE-----\n";
                    } catch (CertificateEncodingException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
