package org.guiju.formats.documents;

import java.util.List;

/// 文书内容: what stands on a paper, before it is laid out.
///
/// @param mark 发文机关标志 at the head
/// @param number 发文字号
/// @param verify address that the code on the paper leads to; empty for none
/// @param seal name of the organ on the seal; empty for none
public record Paper(
        Head head,
        String mark,
        String number,
        String title,
        List<Block> blocks,
        String verify,
        String seal) {
    public Paper {
        blocks = List.copyOf(blocks);
    }

    /// 版式: the forms of GB/T 9704—2012 that papers of a case use, and the plain form of records.
    public enum Head {
        /// 公文格式: red mark, number, red rule.
        FILE,
        /// 信函格式: red mark between double rules, number at the right (10.1).
        LETTER,
        /// 笔录、回证、审批表: title and number in black.
        RECORD
    }

    /// 版块.
    public sealed interface Block {}

    /// 主送机关: flush left.
    public record To(String text) implements Block {}

    /// 一级标题.
    public record Heading(String text) implements Block {}

    /// 正文: one paragraph for each line of the text.
    public record Body(String text) implements Block {}

    /// 空行.
    public record Gap() implements Block {}

    /// 表格: rows of cells.
    public record Table(List<Row> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// 表格行: labels and values in turn; a row of one cell runs across.
    ///
    /// @param lines height at least, in lines
    public record Row(List<String> cells, int lines) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// 落款: organ and day under the seal.
    public record Sign(String organ, String day) implements Block {}

    /// 签名栏: to be signed by hand, one line each.
    public record Hand(List<String> labels) implements Block {
        public Hand {
            labels = List.copyOf(labels);
        }
    }
}
