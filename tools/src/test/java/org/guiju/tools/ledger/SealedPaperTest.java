package org.guiju.tools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.List;
import org.guiju.formats.documents.Paper;
import org.guiju.formats.documents.PaperPdf;
import org.guiju.formats.documents.PaperSeal;
import org.guiju.formats.documents.SealKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `guiju verify FILE.pdf`: a paper that an organ sealed, checked away from any server.
class SealedPaperTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final char[] WORD = "x".toCharArray();
    @TempDir private Path folder;

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static SealKey key(String name) {
        return SealKey.read(SealKey.made(name, AT, WORD), WORD);
    }

    private static byte[] drawn() {
        return PaperPdf.draw(
                        new Paper(
                                Paper.Head.RECORD,
                                "机关",
                                "1号",
                                "决定书",
                                List.of(new Paper.Body("准予。")),
                                "",
                                ""),
                        AT)
                .bytes();
    }

    @Test
    void aSealIsProvedUnderTheCertificateThatTheReaderNamesAndUnderNoOther()
            throws IOException, CertificateEncodingException {
        var key = key("青岚县某局审批专用章");
        var paper = file("p.pdf", PaperSeal.seal(drawn(), key, AT, "某局", "决定书"));
        var named = file("own.der", key.certificate().getEncoded());
        var other = file("other.der", key("别处的章").certificate().getEncoded());
        var proved = Ran.of("verify", paper, "--certificate", named);
        assertThat(proved.err()).isEmpty();
        assertThat(proved.out()).contains("签章有效 Proved", "青岚县某局审批专用章");
        assertThat(proved.status()).isZero();
        assertThat(Ran.of("verify", paper, "--own-policy").status()).isZero();
        var foreign = Ran.of("verify", paper, "--certificate", other, "--format", "json");
        assertThat(foreign.status()).isEqualTo(1);
        assertThat(foreign.out()).contains("\"trusted\" : false", "\"whole\" : true");
        var both = Ran.of("verify", paper, "--certificate", other, "--certificate", named);
        assertThat(both.status()).isZero();
    }

    @Test
    void whatWasAddedOrTurnedIsNotProved() throws IOException {
        var sealed = PaperSeal.seal(drawn(), key("章"), AT, "某局", "决定书");
        var longer = java.util.Arrays.copyOf(sealed, sealed.length + 1);
        longer[sealed.length] = '%';
        var added = Ran.of("verify", file("added.pdf", longer), "--own-policy");
        assertThat(added.status()).isEqualTo(1);
        assertThat(added.out()).contains("签章未获证明", "签后有改动");
        var turned = sealed.clone();
        turned[20] ^= 1;
        var broken = Ran.of("verify", file("turned.pdf", turned), "--own-policy");
        assertThat(broken.status()).isIn(1, 2);
        assertThat(broken.out()).doesNotContain("签章有效");
    }

    @Test
    void whatCannotBeCheckedIsUnusableAndSaysWhy() throws IOException {
        var bare = Ran.of("verify", file("bare.pdf", drawn()), "--own-policy");
        assertThat(bare.status()).isEqualTo(2);
        assertThat(bare.err()).contains("没有电子签章");
        var sealed = file("p.pdf", PaperSeal.seal(drawn(), key("章"), AT, "某局", "决定书"));
        var silent = Ran.of("verify", sealed);
        assertThat(silent.status()).isEqualTo(2);
        assertThat(silent.err()).contains("--certificate");
        var odd = file("odd.pem", "not a certificate".getBytes(StandardCharsets.US_ASCII));
        assertThat(Ran.of("verify", sealed, "--certificate", odd).err()).contains("odd.pem");
    }
}
