package org.guiju.formats.supervision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.supervision.SupervisedObject;
import org.jspecify.annotations.Nullable;

/// 办件事件: one row of another system's log.
///
/// @param row where it stands, from 1; the place a message names
/// @param at when it took effect
/// @param recorded when it was entered; later than `at` for what was entered late
/// @param days how many days were applied for (suspended) or granted (extended)
public record LogEvent(
        int row,
        String matter,
        Kind kind,
        Instant at,
        Instant recorded,
        SupervisedObject object,
        @Nullable Limit promise,
        @Nullable Limit statute,
        @Nullable Limit limit,
        @Nullable Limit days,
        String organ,
        String post,
        String officer,
        String note) {

    /// 事件种类.
    public enum Kind {
        /// 受理: the clocks begin.
        ACCEPTED("accepted", "受理", "begin", "start", "started", "收件", "立案"),
        /// 特别程序开始.
        SUSPENDED("suspended", "暂停", "paused", "特别程序", "特别程序开始", "挂起"),
        /// 特别程序结束.
        RESUMED("resumed", "恢复", "特别程序结束"),
        /// 延长.
        EXTENDED("extended", "延长", "延期"),
        /// 办结: the clocks stop.
        ENDED("ended", "办结", "finished", "closed", "decided", "决定", "结案"),
        /// 其他: stops no clock, but may say in whose hands the matter lies.
        OTHER("other", "其他", "移交", "note", "assigned");

        private final List<String> words;

        Kind(String... words) {
            this.words = List.of(words);
        }

        public String code() {
            return words.getFirst();
        }

        public static Optional<Kind> parse(String word) {
            var plain = word.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(k -> k.words.contains(plain)).findFirst();
        }
    }
}
