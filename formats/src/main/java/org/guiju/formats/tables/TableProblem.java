package org.guiju.formats.tables;

/// 文件问题: why a file as a whole cannot be read, in the order in which they are looked for. The sentences, with place
/// and remedy, stand in `problems*.properties` under the name.
public enum TableProblem {
    EMPTY_FILE,
    TOO_LARGE,
    /// Excel 97–2003.
    OLD_XLS,
    /// An Office file that opens with a password only.
    PASSWORD,
    /// Pictures, PDF, HTML that calls itself .xls, other archives.
    NOT_A_TABLE,
    WRONG_EXTENSION,
    /// Neither UTF-8 nor UTF-16 nor GB18030.
    ENCODING_UNKNOWN,
    /// 压缩炸弹: more entries, or far more bytes inside than outside.
    ZIP_BOMB,
    XLSX_DAMAGED,
    QUOTE_NOT_CLOSED,
    CELL_TOO_LONG,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    HEADER_MISSING,
    /// Two columns with one meaning: which one counts is not ours to guess.
    HEADER_DUPLICATE,
    COLUMNS_MISSING,
    NO_ROWS
}
