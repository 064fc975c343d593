package org.guiju.app.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What a file is, and what of a picture goes to the public.
class SnifferTest {
    private static byte[] image(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("run.js"));
            zip.write("alert(1)".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aFileIsWhatItsContentSays() throws IOException {
        assertThat(Sniffer.kind(image("jpg", 20, 10))).contains("jpg");
        assertThat(Sniffer.kind(image("png", 20, 10))).contains("png");
        assertThat(Sniffer.kind(ascii("%PDF-1.7\n%%EOF"))).contains("pdf");
        assertThat(Sniffer.kind(zip())).isEmpty();
        assertThat(Sniffer.kind(ascii("MZ..."))).isEmpty();
        assertThat(Sniffer.kind(new byte[0])).isEmpty();
    }

    @Test
    void aFileThatIsTwoThingsAtOnceIsRefused() throws IOException {
        for (var picture : new byte[][] {image("jpg", 20, 10), image("png", 20, 10)}) {
            assertThat(Sniffer.kind(joined(picture, zip()))).isEmpty();
            assertThat(Sniffer.kind(joined(picture, ascii("<script>alert(1)</script>")))).isEmpty();
            assertThat(Sniffer.kind(joined(picture, ascii("<?PHP system('id'); ?>")))).isEmpty();
        }
        assertThat(Sniffer.kind(joined(ascii("%PDF-1.4\n"), zip()))).isEmpty();
        assertThat(Sniffer.kind(ascii("%PDF-1.4\n<html><script>"))).isEmpty();
        var head = joined(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, ascii("%PDF-1.4"));
        assertThat(Sniffer.kind(head)).isEmpty();
    }

    /// A JPEG with a place and a turn in its notes.
    private static byte[] noted() throws IOException {
        var plain = image("jpg", 20, 10);
        var exif =
                new byte[] {
                    'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3,
                    0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
                };
        var notes = joined(exif, ascii("GPSLatitude 28.97 GPSLongitude 118.87"));
        var segment = new byte[4];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) 0xE1;
        segment[2] = (byte) ((notes.length + 2) >> 8);
        segment[3] = (byte) (notes.length + 2);
        var head = joined(joined(java.util.Arrays.copyOf(plain, 2), segment), notes);
        return joined(head, java.util.Arrays.copyOfRange(plain, 2, plain.length));
    }

    @Test
    void thePublicCopyCarriesThePointsAndNothingElse() throws IOException {
        var original = noted();
        var before = original.clone();
        var copy = PublicCopy.of("image/jpeg", original).orElseThrow();
        assertThat(original).isEqualTo(before);
        assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains("GPSLatitude");
        assertThat(new String(copy, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Exif");
        var drawn = ImageIO.read(new ByteArrayInputStream(copy));
        assertThat(drawn.getWidth()).as("held upright").isEqualTo(10);
        assertThat(drawn.getHeight()).isEqualTo(20);
        var png = PublicCopy.of("image/png", image("png", 7, 5)).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(7);
    }

    @Test
    void whatCannotBeDrawnHasNoCopy() {
        assertThat(PublicCopy.of("application/pdf", ascii("%PDF-1.4"))).isEmpty();
        assertThat(PublicCopy.of("image/jpeg", ascii("no picture"))).isEmpty();
        assertThat(PublicCopy.of("image/png", new byte[0])).isEmpty();
    }
}
