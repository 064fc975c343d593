package org.guiju.formats.chart;

import java.util.List;
import org.guiju.formats.chart.ChartLayout.Box;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.shared.Text;

/// 图页: one chart with all that stands on its sheet; SVG and PDF are made of it, so that they cannot differ.
///
/// @param body the drawing as SVG elements, coordinates from its own upper left corner
/// @param cuts heights at which it may be cut between two pages, from above, the lower edge included
/// @param heading elements that every page repeats above the drawing; empty where there is none
/// @param headingHeight how much of the drawing's own upper edge the heading is
/// @param style rules of the classes that the body uses
record ChartSheet(
        Text title,
        Text summary,
        PowerCode code,
        int version,
        Lang lang,
        int width,
        int height,
        String body,
        List<Integer> cuts,
        String heading,
        int headingHeight,
        List<Entry> legend,
        Text note,
        String style) {
    ChartSheet {
        cuts = List.copyOf(cuts);
        legend = List.copyOf(legend);
    }

    /// 图例: a small drawing and its words.
    record Entry(Art art, Text words) {}

    /// A sign of the legend, drawn into a box of 32 by 16.
    @FunctionalInterface
    interface Art {
        String in(Box box);
    }

    String versionWords() {
        return lang == Lang.ZH ? " · 第 " + version + " 版" : " · version " + version;
    }
}
