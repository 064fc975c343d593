package org.guiju.formats.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 文书内容: what stands on a paper, before it is laid out.
///
/// @param mark 发文机关标志 at the head
/// @param number 发文字号
/// @param verify address that the code on the paper leads to; empty for none
/// @param seal name of the organ on the seal; empty for none
/// @param genuine whether the seal is signed with a certificate that somebody else vouches for; else it is drawn as a sample
/// @param proof for the page behind the paper; null where the paper stands alone
public record Paper(
        Head head,
        String mark,
        String number,
        String title,
        List<Block> blocks,
        String verify,
        String seal,
        boolean genuine,
        @Nullable Proof proof) {
    public Paper {
        blocks = List.copyOf(blocks);
    }

    /// A paper without a page of proof.
    public Paper(
            Head head,
            String mark,
            String number,
            String title,
            List<Block> blocks,
            String verify,
            String seal) {
        this(head, mark, number, title, blocks, verify, seal, false, null);
    }

    /// The same paper with its page of proof.
    public Paper proved(Proof with) {
        return new Paper(head, mark, number, title, blocks, verify, seal, genuine, with);
    }

    /// The same paper with a seal that counts.
    public Paper genuinely() {
        return new Paper(head, mark, number, title, blocks, verify, seal, true, proof);
    }

    /// 凭证: that the act behind the paper stands in the public log, for the code on 核验页 and in figures beside it.
    ///
    /// @param code address that carries the whole proof behind its `#`
    /// @param page address where any proof is checked
    /// @param log origin of the log
    /// @param index place of the act in it
    /// @param size entries of the log when it was signed
    /// @param leaf fingerprint of the act's entry
    /// @param root fingerprint of the whole log
    /// @param witnesses names and times of those who had seen it by then
    public record Proof(
            String code,
            String page,
            String log,
            long index,
            long size,
            String leaf,
            String root,
            List<String> witnesses) {
        public Proof {
            witnesses = List.copyOf(witnesses);
        }
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

    /// 版记: at the foot of the last page (7.4).
    ///
    /// @param copies to whom copies go, with the word before it; empty for none
    public record Imprint(String copies, String organ, String day) implements Block {}

    /// 签名栏: to be signed by hand, one line each.
    public record Hand(List<String> labels) implements Block {
        public Hand {
            labels = List.copyOf(labels);
        }
    }
}
