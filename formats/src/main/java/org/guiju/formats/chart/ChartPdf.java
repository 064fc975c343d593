package org.guiju.formats.chart;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.formats.documents.Ink;
import org.guiju.formats.documents.VectorPdf;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.RiskChart;

/// 两张图的打印版: vector PDF on A4 or A3, whichever is the smallest sheet that holds the whole chart legibly. What no sheet holds is
/// cut between two rows, never through a box or a word, and every line that is cut has one letter on both pages.
public final class ChartPdf {
    /// Smallest size of a letter in print, in points. A chart that would need smaller ones gets a larger sheet or a second page.
    public static final double LEAST = 7.5;

    /// Letters on screen are at least so many pixels.
    private static final double SMALLEST = NodeBox.NOTE;

    private static final double A4_SHORT = 595.276;
    private static final double A4_LONG = 841.890;
    private static final double A3_LONG = 1190.551;
    private static final double MARGIN = 34;
    private static final double TITLE = 42;
    private static final double LARGEST = 0.92;
    private static final double LEGEND_SCALE = 0.72;
    private static final double ROW = 18;
    private static final int MARK = 22;
    private static final Color INK = new Color(0x1b2430);
    private static final Color GREY = new Color(0x4a5666);
    private static final Color LINE = new Color(0x7b8794);

    /// 纸张.
    record Format(String name, double width, double height) {}

    /// From the one that everybody can print.
    static final List<Format> FORMATS =
            List.of(
                    new Format("A4", A4_SHORT, A4_LONG),
                    new Format("A4", A4_LONG, A4_SHORT),
                    new Format("A3", A3_LONG, A4_LONG),
                    new Format("A3", A4_LONG, A3_LONG));

    /// 版面: a sheet, how much the drawing is reduced, and which part of it each page has.
    ///
    /// @param cuts heights in the drawing: upper edge of the first page, then the lower edge of every page
    record Plan(Format format, double scale, List<Integer> cuts) {
        int pages() {
            return cuts.size() - 1;
        }

        /// Size of the smallest letters, in points.
        double smallest() {
            return SMALLEST * scale;
        }
    }

    private final ChartSheet sheet;
    private final String digest;
    private final ChartArt body;
    private final ChartArt heading;
    private final Plan plan;

    /// Letter by the cut and the line's place.
    private final Map<List<Integer>, String> marks = new HashMap<>();

    private ChartPdf(ChartSheet sheet, String digest) {
        this.sheet = sheet;
        this.digest = digest;
        this.body = ChartArt.of(sheet.body(), sheet.style());
        this.heading = ChartArt.of(sheet.heading(), sheet.style());
        this.plan = plan(sheet);
        for (var cut : plan.cuts.subList(1, plan.pages())) {
            for (var x : body.uprightAt(cut)) {
                var n = marks.size();
                marks.put(
                        List.of(cut, x),
                        (n < 26 ? "" : "" + (char) ('a' + n / 26 - 1)) + (char) ('a' + n % 26));
            }
        }
    }

    /// @param digest of the definition that is drawn
    /// @param made day from which the version is in force; stands as the file's time, so that one chart has one sequence of bytes
    public static byte[] flow(ChartModel model, Lang lang, String digest, LocalDate made) {
        return new ChartPdf(FlowChartSvg.sheet(model, lang, Set.of()), digest).draw(made);
    }

    public static byte[] risk(RiskChart chart, Lang lang, String digest, LocalDate made) {
        return new ChartPdf(RiskChartSvg.sheet(chart, lang), digest).draw(made);
    }

    static Plan plan(ChartSheet sheet) {
        for (var paper : List.of("A4", "A3")) {
            var best =
                    FORMATS.stream()
                            .filter(f -> f.name().equals(paper))
                            .max(Comparator.comparingDouble(f -> fitting(f, sheet)))
                            .orElseThrow();
            var scale = fitting(best, sheet);
            if (scale * SMALLEST >= LEAST) {
                return new Plan(best, scale, List.of(0, sheet.height()));
            }
        }
        return split(sheet);
    }

    /// The scale at which the whole chart stands on the sheet.
    private static double fitting(Format format, ChartSheet sheet) {
        var width = format.width() - 2 * MARGIN;
        return Math.min(
                LARGEST, Math.min(width / sheet.width(), room(format, sheet) / sheet.height()));
    }

    /// As few pages as legible letters allow, and on so many pages letters as large as they can be.
    private static Plan split(ChartSheet sheet) {
        var format = FORMATS.getLast();
        var widest = Math.min(LARGEST, (format.width() - 2 * MARGIN) / sheet.width());
        Plan best = null;
        for (var scale = LEAST / SMALLEST; scale <= widest; scale += 0.02) {
            var tried = split(sheet, format, scale);
            if (best == null || tried.pages() <= best.pages()) {
                best = tried;
            }
        }
        return best == null ? split(sheet, format, widest) : best;
    }

    private static Plan split(ChartSheet sheet, Format format, double scale) {
        var room = (int) (room(format, sheet) / scale) - 2 * MARK - sheet.headingHeight();
        return new Plan(format, scale, cuts(sheet, room));
    }

    private static double room(Format format, ChartSheet sheet) {
        return format.height() - 2 * MARGIN - TITLE - foot(format, sheet);
    }

    /// As few pages as will do, about equally full.
    private static List<Integer> cuts(ChartSheet sheet, int room) {
        var pages = greedy(sheet, room, room).size() - 1;
        for (var less = room * 3 / 5; less < room; less += 20) {
            var tried = greedy(sheet, less, room);
            if (tried.size() - 1 == pages) {
                return tried;
            }
        }
        return greedy(sheet, room, room);
    }

    private static List<Integer> greedy(ChartSheet sheet, int wanted, int room) {
        var out = new ArrayList<>(List.of(0));
        while (out.getLast() < sheet.height()) {
            var from = out.getLast();
            var fits = sheet.cuts().stream().filter(c -> c > from && c <= from + room).toList();
            var best = fits.stream().filter(c -> c <= from + wanted).toList();
            if (!best.isEmpty()) {
                out.add(best.getLast());
            } else if (!fits.isEmpty()) {
                out.add(fits.getFirst());
            } else {
                // a single row taller than the sheet cannot happen with the heights that boxes
                // have; it would be shown whole
                out.add(
                        sheet.cuts().stream()
                                .filter(c -> c > from)
                                .findFirst()
                                .orElse(sheet.height()));
            }
        }
        return out;
    }

    private static double foot(Format format, ChartSheet sheet) {
        return legendRows(format, sheet) * ROW + ROW + 30;
    }

    private static int legendRows(Format format, ChartSheet sheet) {
        var rows = 1;
        var x = 0.0;
        for (var entry : sheet.legend()) {
            var needed = entryWidth(sheet, entry);
            if (x + needed > format.width() - 2 * MARGIN) {
                rows++;
                x = 0;
            }
            x += needed;
        }
        return rows;
    }

    private static double entryWidth(ChartSheet sheet, ChartSheet.Entry entry) {
        return 32 * LEGEND_SCALE + 6 + Ink.width(sheet.lang().of(entry.words()), 8.5) + 16;
    }

    private byte[] draw(LocalDate made) {
        var pages = new ArrayList<VectorPdf.Page>();
        for (var n = 0; n < plan.pages(); n++) {
            var page = n;
            pages.add(
                    new VectorPdf.Page(
                            plan.format.width(), plan.format.height(), ink -> page(ink, page)));
        }
        return VectorPdf.draw(
                sheet.lang().of(sheet.title()),
                "Guiju",
                sheet.lang().tag(),
                made.isBefore(LocalDate.EPOCH)
                        ? Instant.EPOCH
                        : made.atStartOfDay(ZoneOffset.UTC).toInstant(),
                pages);
    }

    private void page(Ink ink, int n) {
        title(ink);
        var left = (plan.format.width() - plan.scale * sheet.width()) / 2;
        var top = MARGIN + TITLE;
        var from = plan.cuts.get(n);
        var to = plan.cuts.get(n + 1);
        if (n > 0) {
            var head = new AffineTransform(plan.scale, 0, 0, plan.scale, left, top);
            heading.on(ink, head);
            top += sheet.headingHeight() * plan.scale;
            letters(ink, from, left, top + MARK * plan.scale / 2);
            top += MARK * plan.scale;
        } else {
            heading.on(ink, new AffineTransform(plan.scale, 0, 0, plan.scale, left, top));
        }
        var onPage =
                new AffineTransform(plan.scale, 0, 0, plan.scale, left, top - from * plan.scale);
        ink.within(
                new Rectangle2D.Double(
                        0, top - 1, plan.format.width(), (to - from) * plan.scale + 2),
                () -> body.on(ink, onPage, from, to));
        if (n < plan.pages() - 1) {
            letters(ink, to, left, top + (to - from + MARK / 2.0) * plan.scale);
        }
        foot(ink, n);
    }

    /// 接续标记: one letter for both ends of a line that is cut.
    private void letters(Ink ink, int cut, double left, double y) {
        for (var x : body.uprightAt(cut)) {
            var letter = marks.getOrDefault(List.of(cut, x), "");
            var at = left + x * plan.scale;
            ink.path(
                    new Path2D.Double(new Ellipse2D.Double(at - 6.5, y - 6.5, 13, 13)),
                    new AffineTransform(),
                    Color.WHITE,
                    new Ink.Pen(GREY, 0.8));
            ink.text(letter, at - Ink.width(letter, 8) / 2, y + 2.8, 8, INK, true);
        }
    }

    private void title(Ink ink) {
        var words =
                TextFit.wrap(
                                TextFit.clean(sheet.lang().of(sheet.title())),
                                14,
                                (int) (plan.format.width() - 2 * MARGIN),
                                1)
                        .getFirst();
        ink.text(words, MARGIN, MARGIN + 13, 14, INK, true);
        ink.text(
                sheet.code() + sheet.versionWords() + " · " + digestWords(),
                MARGIN,
                MARGIN + 28,
                8.5,
                GREY,
                false);
    }

    private String digestWords() {
        return (sheet.lang() == Lang.ZH ? "制度摘要 " : "digest of the institution ") + digest;
    }

    private void foot(Ink ink, int n) {
        var format = plan.format;
        var y = format.height() - MARGIN - foot(format, sheet) + 14;
        var x = MARGIN;
        for (var entry : sheet.legend()) {
            var needed = entryWidth(sheet, entry);
            if (x + needed > format.width() - MARGIN) {
                x = MARGIN;
                y += ROW;
            }
            ChartArt.of(entry.art().in(new Box(0, 0, 32, 16)), sheet.style())
                    .on(ink, new AffineTransform(LEGEND_SCALE, 0, 0, LEGEND_SCALE, x, y));
            ink.text(
                    sheet.lang().of(entry.words()),
                    x + 32 * LEGEND_SCALE + 6,
                    y + 9,
                    8.5,
                    GREY,
                    false);
            x += needed;
        }
        ink.text(sheet.lang().of(sheet.note()), MARGIN, y + ROW + 8, 8.5, GREY, false);
        var number =
                sheet.lang() == Lang.ZH
                        ? "第 " + (n + 1) + " 页，共 " + plan.pages() + " 页"
                        : "page " + (n + 1) + " of " + plan.pages();
        var base = format.height() - MARGIN;
        ink.path(
                new Path2D.Double(
                        new java.awt.geom.Line2D.Double(
                                MARGIN, base - 13, format.width() - MARGIN, base - 13)),
                new AffineTransform(),
                null,
                new Ink.Pen(LINE, 0.6));
        ink.text(number, format.width() - MARGIN - Ink.width(number, 8.5), base, 8.5, GREY, false);
        ink.text(format.name(), MARGIN, base, 8.5, GREY, false);
    }
}
