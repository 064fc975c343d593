package org.guiju.formats.documents;

import java.util.ArrayList;
import java.util.List;

/// 汇编手册: what is bound into one booklet of a unit: cover, contents with page numbers, parts.
///
/// @param unit the organ whose booklet it is
/// @param title such as 行政职权手册
/// @param edition such as 第 2 版
/// @param day as it stands on the cover
/// @param remark on the cover, such as the digests of what is bound
public record Booklet(
        String unit, String title, String edition, String day, String remark, List<Part> parts) {
    public Booklet {
        parts = List.copyOf(parts);
    }

    /// 部分: a chapter or a section; every one stands in the contents.
    ///
    /// @param level 1 for a chapter, which begins a page; 2 for a section
    /// @param newPage whether a section begins a page, too
    public record Part(String title, int level, boolean newPage, List<Block> blocks) {
        public Part {
            blocks = List.copyOf(blocks);
        }
    }

    /// 内容.
    public sealed interface Block {
        /// A paragraph; line feeds part it.
        record Text(String text) implements Block {}

        /// 小标题 within a part.
        record Caption(String text) implements Block {}

        /// 表: headings that stand again on every page, and rows.
        ///
        /// @param shares of the width, one for each column
        record Table(List<Integer> shares, List<String> headings, List<List<String>> rows)
                implements Block {
            public Table {
                shares = List.copyOf(shares);
                headings = List.copyOf(headings);
                rows = rows.stream().map(r -> List.copyOf(new ArrayList<>(r))).toList();
            }
        }

        /// 插页: pages of another PDF, such as a chart, each a page of the booklet.
        record Pages(byte[] pdf) implements Block {
            public Pages {
                pdf = pdf.clone();
            }

            @Override
            public byte[] pdf() {
                return pdf.clone();
            }
        }
    }
}
