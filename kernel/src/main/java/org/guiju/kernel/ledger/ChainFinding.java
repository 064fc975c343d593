package org.guiju.kernel.ledger;

/// 链条发现: one thing wrong with a stream, at one of its entries.
///
/// @param index place in the list that was checked, from 0
/// @param seq number the entry carries
/// @param expected what an unbroken stream has here
/// @param found what it has
public record ChainFinding(Kind kind, int index, long seq, String expected, String found) {
    /// 类别. Several may hold of one entry; they come in this order.
    public enum Kind {
        /// 串流: the entry belongs to another stream than the first.
        FOREIGN_STREAM,
        /// 重号: the number was already taken.
        DUPLICATE_SEQ,
        /// 倒序: an entry that was missing comes late.
        OUT_OF_ORDER,
        /// 断号: entries between the highest number so far and this one are missing here.
        GAP,
        /// 前链不符: `prev` is not the leaf hash of number − 1.
        WRONG_PREV,
        /// 时间倒退: server time is more than 5 s before a time the stream has already reached.
        TIME_RAN_BACK
    }
}
