package org.guiju.kernel.experts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// 抽选与评审的事件.
public sealed interface DrawEvent {
    /// 公开随机源: a kind from the published list, which issue or day of it, and when it becomes known.
    record Source(String kind, String reference, Instant known) {}

    /// 名单上的一人: number and whether outside, as committed.
    record Listed(String number, boolean outside) {}

    /// 公告.
    ///
    /// @param from first day on which may be drawn
    /// @param until last day
    /// @param primary whose figures make the key
    /// @param fallback used if the primary one is not published, announced with it
    /// @param materials what the panel reads, for it alone
    /// @param parties 当事人 as announced, by full name, besides those of the case that the matter may be; never published
    record Announced(
            String matter,
            String title,
            String field,
            int seats,
            int outside,
            LocalDate from,
            LocalDate until,
            Source primary,
            Source fallback,
            ReviewForm form,
            String materials,
            List<String> parties)
            implements DrawEvent {
        public Announced {
            parties = List.copyOf(parties);
        }

        /// Without parties of its own.
        public Announced(
                String matter,
                String title,
                String field,
                int seats,
                int outside,
                LocalDate from,
                LocalDate until,
                Source primary,
                Source fallback,
                ReviewForm form,
                String materials) {
            this(
                    matter, title, field, seats, outside, from, until, primary, fallback, form,
                    materials, List.of());
        }
    }

    /// 冻结名单: in this order, with a salt, so that the digest gives nothing away.
    record Frozen(List<Listed> list, String salt, String digest) implements DrawEvent {
        public Frozen {
            list = List.copyOf(list);
        }
    }

    /// 见证时间: enough witnesses signed a checkpoint that contains the frozen list, at this time.
    record Witnessed(Instant at, List<String> witnesses) implements DrawEvent {
        public Witnessed {
            witnesses = List.copyOf(witnesses);
        }
    }

    /// 录入公布的数值.
    record Entered(boolean fallback, List<String> figures, String publishedAt)
            implements DrawEvent {
        public Entered {
            figures = List.copyOf(figures);
        }
    }

    /// 第二人核对.
    record Confirmed(boolean fallback) implements DrawEvent {}

    /// 抽选: from here on the ranking is fixed.
    record Drawn(DrawKey key, List<String> panel) implements DrawEvent {
        public Drawn {
            panel = List.copyOf(panel);
        }
    }

    /// 回避或谢绝; after the draw the next of the ranking takes the seat.
    record Barred(String number, Panel.Bar bar, String reason, List<String> panel)
            implements DrawEvent {
        public Barred {
            panel = List.copyOf(panel);
        }
    }

    /// 专家意见.
    record OpinionGiven(ReviewForm.Entry entry) implements DrawEvent {}

    /// 评审结论.
    record Concluded(ReviewForm.Result result, int entries) implements DrawEvent {}

    /// 意见采纳情况.
    record Answered(String number, boolean adopted, String reason) implements DrawEvent {}

    /// 作废.
    record Annulled(String reason) implements DrawEvent {}
}
