package org.guiju.formats.documents;

import java.awt.geom.GeneralPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// 字体: the shipped fonts in one document. A character that the wanted face lacks is taken from another; one that none has is
/// drawn as its code point in a frame, so that it is seen to be missing.
final class PaperFonts {
    /// 字体类别 by their office: 仿宋 for the text, 小标宋 for marks and titles, 黑体 for headings, 宋体 for page numbers.
    enum Face {
        TEXT("FandolFang.ttf"),
        TITLE("NotoSerifSC-Bold.ttf"),
        HEADING("NotoSansSC-Medium.ttf"),
        FIGURES("NotoSerifSC-Figures.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    private record Loaded(byte[] bytes, TrueTypeFont font, CmapLookup letters) {}

    private static final Map<Face, Loaded> FACES = load();
    private static final int EM = 1000;

    /// A paper records with which fonts it was drawn.
    static final String DIGEST = digestOf(FACES);

    private final PDDocument document;
    private final Map<Face, PDType0Font> embedded = new EnumMap<>(Face.class);

    PaperFonts(PDDocument document) {
        this.document = document;
    }

    /// Digest of all shipped fonts, base64url.
    private static String digestOf(Map<Face, Loaded> faces) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            faces.values().forEach(f -> sha.update(f.bytes()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /// The face that has the letter, the wanted one first; null when none has it.
    static @Nullable Face having(Face wanted, int codePoint) {
        // Figures and Latin words stand in 宋体 within 仿宋, as offices set them.
        if (wanted == Face.TEXT && codePoint > ' ' && codePoint < 0x7f) {
            return Face.FIGURES;
        }
        for (var face : List.of(wanted, Face.TEXT, Face.TITLE, Face.HEADING)) {
            if (letters(face).getGlyphId(codePoint) != 0) {
                return face;
            }
        }
        return null;
    }

    /// Advance of a text in thousandths of its size; a letter that no face has is one em wide.
    static int width(Face wanted, String text) {
        return text.codePoints().map(c -> width(wanted, c)).sum();
    }

    static int width(Face wanted, int codePoint) {
        var face = having(wanted, codePoint);
        return face == null ? EM : advance(face, codePoint);
    }

    /// 字串: letters of one face that stand side by side.
    ///
    /// @param face null for one letter that no face has
    /// @param x from the start of the text, in thousandths of its size
    record Run(@Nullable Face face, int x, String text) {}

    /// The text in runs, each in the face that has its letters.
    static List<Run> runs(Face wanted, String text) {
        var runs = new ArrayList<Run>();
        var run = new StringBuilder();
        Face of = null;
        int from = 0;
        int x = 0;
        for (int c : text.codePoints().toArray()) {
            var has = having(wanted, c);
            if (!run.isEmpty() && (has == null || has != of)) {
                runs.add(new Run(of, from, run.toString()));
                run.setLength(0);
            }
            if (has == null) {
                runs.add(new Run(null, x, Character.toString(c)));
            } else {
                if (run.isEmpty()) {
                    of = has;
                    from = x;
                }
                run.appendCodePoint(c);
            }
            x += width(wanted, c);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(of, from, run.toString()));
        }
        return runs;
    }

    /// The face as a TrueType font that has these letters alone, with its table of characters.
    static byte[] subset(Face face, Set<Integer> letters) throws IOException {
        var subset = new TTFSubsetter(Objects.requireNonNull(FACES.get(face)).font());
        subset.addAll(letters);
        var out = new ByteArrayOutputStream();
        subset.writeToStream(out);
        return out.toByteArray();
    }

    private static int advance(Face face, int codePoint) {
        try {
            var loaded = Objects.requireNonNull(FACES.get(face));
            int glyph = loaded.letters().getGlyphId(codePoint);
            return loaded.font().getAdvanceWidth(glyph) * EM / loaded.font().getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The outline of a letter, in thousandths of its size and upwards; empty when the face lacks it.
    static GeneralPath outline(Face face, int codePoint) throws IOException {
        var glyph =
                Objects.requireNonNull(FACES.get(face))
                        .font()
                        .getGlyph()
                        .getGlyph(letters(face).getGlyphId(codePoint));
        return glyph == null ? new GeneralPath() : glyph.getPath();
    }

    PDType0Font in(Face face) {
        return embedded.computeIfAbsent(
                face,
                f -> {
                    try {
                        return PDType0Font.load(
                                document, Objects.requireNonNull(FACES.get(f)).font(), true);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static CmapLookup letters(Face face) {
        return Objects.requireNonNull(FACES.get(face)).letters();
    }

    private static Map<Face, Loaded> load() {
        var faces = new EnumMap<Face, Loaded>(Face.class);
        for (var face : Face.values()) {
            try (InputStream in =
                    Objects.requireNonNull(
                            PaperFonts.class.getResourceAsStream("fonts/" + face.file),
                            face.file)) {
                var bytes = in.readAllBytes();
                var font = new TTFParser(true).parse(new RandomAccessReadBuffer(bytes));
                faces.put(face, new Loaded(bytes, font, font.getUnicodeCmapLookup()));
            } catch (IOException e) {
                throw new UncheckedIOException("font " + face.file, e);
            }
        }
        return faces;
    }
}
