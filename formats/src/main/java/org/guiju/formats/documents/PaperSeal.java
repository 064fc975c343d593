package org.guiju.formats.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;

/// 电子签章 of a paper: the organ's signature over all bytes of its PDF, in the form of PAdES baseline B-B (ETSI EN 319 142-1): a detached CMS that names
/// the certificate it was made with. Reliable in the sense of 电子签名法 13 as far as the key is the organ's alone; the two conditions on later change
/// are what {@link #check} finds out.
public final class PaperSeal {
    private static final COSName CADES = COSName.getPDFName("ETSI.CAdES.detached");
    private static final int ROOM = 16_384;

    private PaperSeal() {}

    /// 用印.
    ///
    /// @param pdf the finished paper
    /// @param at moment of sealing
    /// @param organ as readers show who signed, @param reason what was signed, such as the paper's name and number
    /// @return the same bytes with the signature behind them
    public static byte[] seal(byte[] pdf, SealKey key, Instant at, String organ, String reason) {
        PaperPdf.ONE.lock();
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream();
                var options =
                        new org.apache.pdfbox.pdmodel.interactive.digitalsignature
                                .SignatureOptions()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(CADES);
            signature.setName(organ);
            signature.setReason(reason);
            var time = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
            time.setTimeInMillis(at.toEpochMilli() / 1000 * 1000);
            signature.setSignDate(time);
            options.setPreferredSignatureSize(ROOM);
            document.setDocumentId(at.toEpochMilli());
            document.addSignature(signature, content -> cms(content.readAllBytes(), key), options);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PaperPdf.ONE.unlock();
        }
    }

    private static byte[] cms(byte[] content, SealKey key) throws IOException {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(key.certificate().getEncoded());
            var attributes = new ASN1EncodableVector();
            attributes.add(
                    new Attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                            new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
            var standard = new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            // PAdES: the time of signing stands in the dictionary alone.
                            .setSignedAttributeGenerator(p ->
                                    standard.getAttributes(p).remove(CMSAttributes.signingTime))
                            .build(
                                    new JcaContentSignerBuilder(key.algorithm()).build(key.key()),
                                    key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException(e);
        }
    }

    /// 一个签章的核验结果.
    ///
    /// @param certificate of who signed
    /// @param at what the signature itself says of its time; nobody else vouches for it
    /// @param intact whether the signed bytes are those that were signed, by this certificate
    /// @param whole whether it covers the file from its first byte to its last but for itself; else something was added behind it
    /// @param inForce whether the certificate was valid at that time
    public record Checked(
            X509Certificate certificate,
            Instant at,
            boolean intact,
            boolean whole,
            boolean inForce) {
        public boolean holds() {
            return intact && whole && inForce;
        }

        /// Whether nobody but the signer vouches for the certificate.
        public boolean ownMade() {
            return certificate
                    .getSubjectX500Principal()
                    .equals(certificate.getIssuerX500Principal());
        }
    }

    /// 验章: every signature of the file, in the order in which they were made; empty where there is none.
    ///
    /// @throws IOException for what is no PDF
    public static List<Checked> check(byte[] pdf) throws IOException {
        var checked = new ArrayList<Checked>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var signature : document.getSignatureDictionaries()) {
                checked.add(check(pdf, signature));
            }
        } catch (RuntimeException e) {
            // PDFBox gives up on a broken file in many ways.
            throw new IOException("a file that cannot be read", e);
        }
        return checked;
    }

    private static Checked check(byte[] pdf, PDSignature signature) throws IOException {
        try {
            var content = new CMSProcessableByteArray(signature.getSignedContent(pdf));
            var cms = new CMSSignedData((CMSTypedData) content, contents(signature));
            var signer = cms.getSignerInfos().iterator().next();
            var certificate = certificate(cms.getCertificates(), signer);
            var at =
                    signature.getSignDate() == null
                            ? Instant.EPOCH
                            : signature.getSignDate().toInstant();
            return new Checked(
                    certificate,
                    at,
                    signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))
                            && names(signer, certificate),
                    whole(pdf, signature.getByteRange()),
                    inForce(certificate, at));
        } catch (CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            throw new IOException("a signature that cannot be read", e);
        }
    }

    /// The room kept for the signature is larger than it; behind it there is nothing but noughts.
    private static ContentInfo contents(PDSignature signature) throws IOException {
        try (var in = new ASN1InputStream(signature.getContents())) {
            var contents = ContentInfo.getInstance(in.readObject());
            for (byte b : in.readAllBytes()) {
                if (b != 0) {
                    throw new IOException("something stands behind the signature in its room");
                }
            }
            return contents;
        }
    }

    private static X509Certificate certificate(
            Store<X509CertificateHolder> store, SignerInformation signer)
            throws CertificateException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = store.getMatches(signer.getSID());
        return new JcaX509CertificateConverter().getCertificate(found.iterator().next());
    }

    /// The signature names the certificate it was made with, so that none other can be put in its place.
    private static boolean names(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        var attribute =
                signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return false;
        }
        var named = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0]).getCerts();
        return MessageDigest.isEqual(
                named[0].getCertHash(),
                MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    /// Two stretches, the first from the beginning, the second to the end, and between them nothing but the signature.
    private static boolean whole(byte[] pdf, int[] range) {
        return range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1]
                && range[2] + range[3] == pdf.length
                && pdf[range[1]] == '<'
                && pdf[range[2] - 1] == '>';
    }

    private static boolean inForce(X509Certificate certificate, Instant at) {
        try {
            certificate.checkValidity(Date.from(at));
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }
}
