package org.guiju.formats.tables;

/// 读取上限: what a file may cost. Above a limit the file is refused, never cut.
///
/// @param bytes size of the file
/// @param rows rows with content below the header
/// @param columns headings
/// @param cell UTF-16 units in a cell; Excel's own limit
/// @param entries parts of an XLSX package
/// @param inflated bytes of all parts together
/// @param ratio inflated to packed bytes of one part; asked only of parts above a megabyte, small ones pack well
public record TableLimits(
        long bytes, int rows, int columns, int cell, int entries, long inflated, int ratio) {
    private static final long MEGABYTE = 1L << 20;

    public static final TableLimits USUAL =
            new TableLimits(20 * MEGABYTE, 100_000, 200, 32_767, 1_000, 256 * MEGABYTE, 200);
}
