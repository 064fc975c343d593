package org.guiju.formats.chart;

import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.ChartModel.Shape;

/// 图元尺寸: how large a node must be for its words, before anyone knows where it stands.
///
/// @param width even number of pixels
/// @param height even number of pixels
/// @param title at most two lines of 15 px, three of English
/// @param notes at most four lines of 12.5 px
/// @param cut whether words were left out, so that the whole of them belongs into a tooltip
record NodeBox(
        ChartModel.Node node,
        int width,
        int height,
        List<String> title,
        List<String> notes,
        boolean cut) {
    static final int WIDTH = 126;
    static final double TITLE = 15;
    static final double NOTE = 12.5;
    static final int TITLE_LINE = 19;
    static final int NOTE_LINE = 17;

    /// Between the last line of the title and the first note.
    static final int GAP = 3;

    private static final int MAX_NOTES = 4;

    static NodeBox of(ChartModel.Node node, Lang lang) {
        var inner = innerWidth(node.shape());
        var words =
                TextFit.clean(
                        (node.number() > 0 ? node.number() + " " : "") + lang.of(node.title()));
        var title = TextFit.wrap(words, TITLE, inner, lang == Lang.ZH ? 2 : 3);
        var notes = notes(node, lang, inner + 4);
        var cut = (ellipsis(title) && !words.endsWith("…")) || ellipsis(notes);
        var text = textHeight(title.size(), notes.size());
        var height =
                Math.max(
                        minHeight(node.shape()),
                        text + 24 + (node.shape() == Shape.PUBLIC ? 8 : 0));
        return new NodeBox(node, outerWidth(node.shape()), height + height % 2, title, notes, cut);
    }

    int textHeight() {
        return textHeight(title.size(), notes.size());
    }

    private static int textHeight(int titles, int notes) {
        return titles * TITLE_LINE + notes * NOTE_LINE + (notes > 0 ? GAP : 0);
    }

    /// Notes side by side while they fit, else below each other.
    private static List<String> notes(ChartModel.Node node, Lang lang, int inner) {
        var lines = new ArrayList<String>();
        for (var note : node.notes()) {
            var words = TextFit.clean(lang.of(note));
            if (words.isEmpty()) {
                continue;
            }
            var joined = lines.isEmpty() ? words : lines.getLast() + " · " + words;
            if (lines.isEmpty() || TextFit.width(joined, NOTE) > inner) {
                lines.addAll(TextFit.wrap(words, NOTE, inner, 2));
            } else {
                lines.set(lines.size() - 1, joined);
            }
        }
        if (lines.size() <= MAX_NOTES) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, MAX_NOTES));
        kept.set(MAX_NOTES - 1, TextFit.wrap(kept.getLast() + " ·…", NOTE, inner, 1).getFirst());
        return kept;
    }

    private static boolean ellipsis(List<String> lines) {
        return lines.stream().anyMatch(l -> l.endsWith("…"));
    }

    private static int outerWidth(Shape shape) {
        return shape == Shape.START_END ? 112 : WIDTH;
    }

    private static int innerWidth(Shape shape) {
        return switch (shape) {
            case START_END -> 92;
            case COLLECTIVE -> WIDTH - 18;
            case QUESTION -> 92;
            case WORK, SITE_CHECK, WAIT, PUBLIC, REFUSAL -> WIDTH - 12;
        };
    }

    private static int minHeight(Shape shape) {
        return switch (shape) {
            case QUESTION -> 92;
            case START_END, WAIT, REFUSAL -> 56;
            case WORK, COLLECTIVE, SITE_CHECK, PUBLIC -> 72;
        };
    }
}
