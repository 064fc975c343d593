package org.guiju.formats.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guiju.formats.documents.PaperFonts.Face;

/// 印章图样: a round seal with the organ's name and a star, drawn as lines. It is marked 样张无效 unless the paper is signed with a certificate that
/// somebody else vouches for.
final class SealArt {
    static final double DIAMETER = Sheet.mm(42);
    private static final double RIM = Sheet.mm(1.1);
    private static final int SIDES = 144;

    private SealArt() {}

    static void draw(Canvas canvas, double x, double y, String organ, boolean genuine)
            throws IOException {
        double radius = DIAMETER / 2;
        canvas.shape(Canvas.RED, RIM, false, ring(x, y, radius - RIM / 2));
        canvas.shape(Canvas.RED, 0, true, star(x, y - Sheet.mm(1), Sheet.mm(6)));
        name(canvas, x, y, radius, organ);
        if (genuine) {
            return;
        }
        double size = Sheet.mm(4.2);
        var mark = "样张无效";
        double width = PaperFonts.width(Face.HEADING, mark) * size / 1000;
        canvas.text(Face.HEADING, size, Canvas.RED, x - width / 2, y + Sheet.mm(12), mark);
    }

    private static void name(Canvas canvas, double x, double y, double radius, String organ)
            throws IOException {
        int[] letters = organ.codePoints().toArray();
        double span = Math.toRadians(Math.min(250, 26.0 * (letters.length - 1)));
        double step = letters.length < 2 ? 0 : span / (letters.length - 1);
        double size = Math.min(Sheet.mm(5.4), Math.max(step * radius * 0.72, 3));
        double base = radius - RIM - Sheet.mm(0.9) - size * 0.86;
        for (int i = 0; i < letters.length; i++) {
            double angle = -span / 2 + i * step;
            canvas.turned(
                    Face.TITLE,
                    size,
                    Canvas.RED,
                    x + Math.sin(angle) * base,
                    y - Math.cos(angle) * base,
                    angle,
                    letters[i]);
        }
    }

    private static List<double[]> ring(double x, double y, double radius) {
        var points = new ArrayList<double[]>();
        for (int i = 0; i < SIDES; i++) {
            double angle = 2 * Math.PI * i / SIDES;
            points.add(new double[] {x + Math.cos(angle) * radius, y + Math.sin(angle) * radius});
        }
        return points;
    }

    private static List<double[]> star(double x, double y, double radius) {
        var points = new ArrayList<double[]>();
        double inner = radius * Math.sin(Math.PI / 10) / Math.sin(7 * Math.PI / 10);
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : inner;
            double angle = Math.PI * i / 5;
            points.add(new double[] {x + Math.sin(angle) * r, y - Math.cos(angle) * r});
        }
        return points;
    }
}
