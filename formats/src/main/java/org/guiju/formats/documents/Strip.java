package org.guiju.formats.documents;

import java.io.IOException;

/// 条: a horizontal strip of a page, one line of text in most cases. Pages are filled strip by strip.
///
/// @param height in points
/// @param keep whether it stays on the page of the strip that follows
record Strip(double height, boolean keep, Drawing drawing) {

    /// How a strip is drawn once its place is known.
    interface Drawing {
        void on(Canvas canvas, Place place) throws IOException;
    }

    /// @param top from the upper edge of the type area
    /// @param first whether it is the first of its page
    /// @param last whether it is the last of its page
    record Place(double top, boolean first, boolean last) {}

    Strip kept() {
        return new Strip(height, true, drawing);
    }
}
