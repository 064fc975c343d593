package org.guiju.formats.documents;

/// 版面 (GB/T 9704—2012, 5): A4, blank of 37 mm above and 28 mm at the left, type area 156 mm × 225 mm, 22 lines of 28
/// characters. Points of 1/72 inch; heights run down from the upper edge of the type area.
final class Sheet {
    static final double A4_WIDTH = mm(210);
    static final double A4_HEIGHT = mm(297);
    static final double LEFT = mm(28);
    static final double TOP = mm(37);
    static final double WIDTH = mm(156);
    static final double HEIGHT = mm(225);
    static final int LINES = 22;
    static final int CHARACTERS = 28;

    /// 行距.
    static final double LINE = HEIGHT / LINES;

    /// 3号字: a 28th of the line, 15.8 points.
    static final double LETTER = WIDTH / CHARACTERS;

    /// 2号字, of titles.
    static final double TITLE = 22;

    /// 4号字, of tables and page numbers.
    static final double SMALL = 14;

    private Sheet() {}

    static double mm(double millimetres) {
        return millimetres * 72 / 25.4;
    }
}
