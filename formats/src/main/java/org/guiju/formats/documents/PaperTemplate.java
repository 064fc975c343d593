package org.guiju.formats.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.shared.Text;

/// 文书格式: one kind of paper as data: when it comes about, how it is numbered, and what stands on it. A new kind of paper
/// is a new text of this form; no Java knows a kind by name.
///
/// @param kind id, such as `acceptance-notice`
/// @param word 发文字 behind the organ's mark
/// @param on kind of the event that brings it about, such as `case.decided`
/// @param where fields that the event must have, with the value; several are divided by `|`
/// @param powers categories of power it is for; empty for all
/// @param steps kinds of step in which the event happens; empty for all
/// @param complete whether it comes about only when the event completes its step, such as the last signature
/// @param applicant whether it is addressed to the applicant, who may read it; otherwise it is the office's
/// @param served whether a proof of service names it
/// @param digest SHA-256 of the text, base64url
public record PaperTemplate(
        String kind,
        Text name,
        String word,
        Paper.Head form,
        String on,
        Map<String, String> where,
        Set<String> powers,
        Set<String> steps,
        boolean complete,
        boolean applicant,
        boolean served,
        List<Node> sheet,
        String text,
        String digest) {
    public PaperTemplate {
        where = Map.copyOf(where);
        powers = Set.copyOf(powers);
        steps = Set.copyOf(steps);
        sheet = List.copyOf(sheet);
    }

    /// 版块格式: a block with conditions.
    ///
    /// @param when the block stands only if this value is there; with `!` before it, only if it is not; empty for always
    /// @param each a list, for each entry of which the block stands once; empty for none
    public record Node(
            String what, List<String> texts, List<RowNode> rows, String when, String each) {
        public Node {
            texts = List.copyOf(texts);
            rows = List.copyOf(rows);
        }
    }

    /// 表格行格式.
    public record RowNode(List<String> cells, int lines, String when, String each) {
        public RowNode {
            cells = List.copyOf(cells);
        }
    }
}
