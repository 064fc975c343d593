package org.guiju.kernel.ledger;

import java.util.List;

/// 值: what a member of an entry may be. A value that exists is a value that can be written: the checks are here, so
/// that no writer can forget them. There is no fraction (money is an integer of fen), no null and no nesting.
public sealed interface Value {
    /// 最大整数: 2^53−1, the last integer that every JSON reader holds exactly (RFC 7493 §2.2).
    long MAX_INT = (1L << 53) - 1;

    static Value of(String text) {
        return new Str(text);
    }

    static Value of(long number) {
        return new Int(number);
    }

    static Value of(List<String> texts) {
        return new Strs(texts);
    }

    /// 字符串: NFC, whole characters only; see [TextForm] for what is refused.
    record Str(String s) implements Value {
        public Str {
            TextForm.check(s);
        }
    }

    /// 整数: |n| ≤ 2^53−1.
    record Int(long n) implements Value {
        public Int {
            if (n > MAX_INT || n < -MAX_INT) {
                throw new EntryException(EntryFault.INTEGER_RANGE, Long.toString(n));
            }
        }
    }

    /// 字符串数组: the order is the caller's and is kept.
    record Strs(List<String> list) implements Value {
        public Strs {
            list = List.copyOf(list);
            list.forEach(TextForm::check);
        }
    }
}
