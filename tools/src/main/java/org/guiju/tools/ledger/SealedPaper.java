package org.guiju.tools.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.formats.documents.PaperSeal;
import org.guiju.formats.documents.PaperSeal.Checked;
import tools.jackson.databind.json.JsonMapper;

/// 签章文书: a PDF that an organ signed: whether every signature holds, and whether its certificate is one that the reader named.
public final class SealedPaper {
    private static final byte[] HEAD = {'%', 'P', 'D', 'F'};

    private SealedPaper() {}

    /// Empty if the file is no PDF.
    ///
    /// @param named files with the certificates that the reader trusts, of who signs or of who issues, as PEM or DER
    /// @param own whether the certificate that the file brings along will do
    public static Optional<ProofFile.Answer> check(String file, List<String> named, boolean own)
            throws UnusableInput {
        if (file.startsWith("https://")
                || file.startsWith("http://")
                || DossierFile.looksLike(file)) {
            return Optional.empty();
        }
        byte[] bytes = Input.bytes(file);
        if (bytes.length < HEAD.length
                || !java.util.Arrays.equals(HEAD, java.util.Arrays.copyOf(bytes, HEAD.length))) {
            return Optional.empty();
        }
        var trusted = new ArrayList<X509Certificate>();
        for (var name : named) {
            trusted.add(certificate(name));
        }
        try {
            var seals = PaperSeal.check(bytes);
            if (seals.isEmpty()) {
                throw new UnusableInput("这个 PDF 没有电子签章。", "This PDF bears no electronic seal.");
            }
            if (trusted.isEmpty() && !own) {
                throw new UnusableInput(
                        "请用 --certificate 指明信任哪个印章证书（在文书核验页下载），或者用 --own-policy 只核对文件自身。",
                        "Name the seal certificate you trust with --certificate (the paper's page has it), or take the file's own with --own-policy.");
            }
            return Optional.of(answer(seals, trusted, own));
        } catch (IOException e) {
            throw new UnusableInput("无法读取这个 PDF 或者它的签章。", "This PDF or its seal cannot be read.");
        }
    }

    private static ProofFile.Answer answer(
            List<Checked> seals, List<X509Certificate> trusted, boolean own) {
        var json = JsonMapper.builder().build().createObjectNode();
        var array = json.putArray("seals");
        var words = new ArrayList<String>();
        boolean proved = true;
        for (var seal : seals) {
            boolean known = own || trusted.stream().anyMatch(t -> vouched(seal, t));
            proved &= seal.holds() && known;
            words.add(
                    (seal.holds() && known ? "签章有效 Proved: " : "签章未获证明 Not proved: ")
                            + seal.certificate().getSubjectX500Principal().getName()
                            + ", "
                            + seal.at());
            if (!seal.intact()) {
                words.add("  内容与签章不符 / what was signed is not what stands here");
            }
            if (!seal.whole()) {
                words.add("  签后有改动或者附加 / something was changed or added behind the seal");
            }
            if (!seal.inForce()) {
                words.add("  签署时证书不在有效期内 / the certificate was not in force then");
            }
            if (!known) {
                words.add("  证书不是您信任的 / not a certificate that you named");
            }
            array.addObject()
                    .put("signer", seal.certificate().getSubjectX500Principal().getName())
                    .put("issuer", seal.certificate().getIssuerX500Principal().getName())
                    .put("at", seal.at().toString())
                    .put("intact", seal.intact())
                    .put("whole", seal.whole())
                    .put("inForce", seal.inForce())
                    .put("trusted", known);
        }
        json.put("proved", proved);
        return new ProofFile.Answer(proved, words, json);
    }

    /// Its own certificate, or that of who issued it.
    private static boolean vouched(Checked seal, X509Certificate by) {
        if (seal.certificate().equals(by)) {
            return true;
        }
        try {
            seal.certificate().verify(by.getPublicKey());
            return by.getBasicConstraints() >= 0
                    && seal.certificate()
                            .getIssuerX500Principal()
                            .equals(by.getSubjectX500Principal());
        } catch (java.security.GeneralSecurityException _) {
            return false;
        }
    }

    private static X509Certificate certificate(String file) throws UnusableInput {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(Input.bytes(file)));
        } catch (CertificateException e) {
            throw new UnusableInput(
                    file + " 不是证书（PEM 或者 DER）。", file + " is no certificate (PEM or DER).");
        }
    }
}
