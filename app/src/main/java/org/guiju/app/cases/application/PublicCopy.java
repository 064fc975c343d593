package org.guiju.app.cases.application;

import java.awt.Color;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// 公开副本: a picture as it may be shown to the public: drawn anew from its points, so that nothing but them goes along; no place,
/// no camera, no time, no hidden thumbnail. The original stays as it was handed in.
public final class PublicCopy {
    /// Points of one picture: what is larger would fill the memory of the server when it is unpacked.
    private static final long MOST_POINTS = 60_000_000;

    private static final int TURNS = 8;

    private PublicCopy() {}

    /// The copy, of the same kind; empty for what is no picture or cannot be drawn.
    public static Optional<byte[]> of(String mediaType, byte[] original) {
        var format =
                switch (mediaType) {
                    case "image/jpeg" -> "jpg";
                    case "image/png" -> "png";
                    default -> "";
                };
        if (format.isEmpty()) {
            return Optional.empty();
        }
        try {
            return drawn(format, original);
        } catch (IOException | RuntimeException _) {
            // A broken picture makes the library throw in many ways; it has no copy.
            return Optional.empty();
        }
    }

    private static Optional<byte[]> drawn(String format, byte[] original) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(original))) {
            var readers = ImageIO.getImageReadersByFormatName(format);
            if (in == null || !readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
                    return Optional.empty();
                }
                var turned = turned(reader.read(0), Orientation.of(original), format);
                var out = new ByteArrayOutputStream();
                return ImageIO.write(turned, format, out)
                        ? Optional.of(out.toByteArray())
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    /// As it is to be looked at: the camera's note on how it was held goes with the rest.
    private static BufferedImage turned(BufferedImage image, int orientation, String format) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean swapped = orientation > TURNS / 2;
        var to = new AffineTransform();
        switch (orientation) {
            case 2 -> to.setTransform(-1, 0, 0, 1, w, 0);
            case 3 -> to.setTransform(-1, 0, 0, -1, w, h);
            case 4 -> to.setTransform(1, 0, 0, -1, 0, h);
            case 5 -> to.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> to.setTransform(0, 1, -1, 0, h, 0);
            case 7 -> to.setTransform(0, -1, -1, 0, h, w);
            case 8 -> to.setTransform(0, -1, 1, 0, 0, w);
            default -> {}
        }
        boolean seeThrough = format.equals("png") && image.getColorModel().hasAlpha();
        var copy =
                new BufferedImage(
                        swapped ? h : w,
                        swapped ? w : h,
                        seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        try {
            if (!seeThrough) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
            }
            Image from = image;
            pen.drawImage(from, to, null);
        } finally {
            pen.dispose();
        }
        return copy;
    }
}
