package org.guiju.formats.tables;

import java.util.List;
import java.util.stream.Stream;

/// 表: a header and rows that are read as they are asked for, whatever the file was.
public interface Table extends AutoCloseable {

    /// 文件形式.
    enum Format {
        CSV,
        XLSX
    }

    Format format();

    /// What was recognised, for the page: `CSV UTF-8 [,]` or the name of the sheet.
    String origin();

    /// The row of the header, from 1; of the lower one when the header has two.
    int headerRow();

    /// The headings from left to right, each once; a column without one is called by its letter.
    List<String> columns();

    /// The rows that are not empty, once. Reading on may throw a [TableException] that names the row.
    Stream<TableRow> rows();

    @Override
    void close();
}
