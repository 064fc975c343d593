package org.guiju.formats.documents;

import java.io.IOException;

/// 二维码图: a text as a drawing for a page. The squares stand in a grid with four empty ones on each side.
///
/// @param side squares from edge to edge, the empty ones among them
/// @param path of the dark squares, for the `d` of an SVG path
public record QrPicture(int side, String path) {
    private static final int QUIET = 4;

    /// @throws IOException for a text too long for any code
    public static QrPicture of(String text) throws IOException {
        var squares = CodeArt.squares(text);
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(squares.getWidth() + 2 * QUIET, path.toString());
    }
}
